studies-title = Études
studies-lead = Toutes les simulations conservées ici. Choisissez-en plusieurs d’une même histoire pour les comparer.
studies-empty = Rien n’a encore été simulé. Choisissez une histoire et posez une question : ses simulations seront listées ici.
studies-choose = Choisir une histoire
studies-runs = { $n ->
    [one] { $runs } simulation terminée
   *[other] { $runs } simulations terminées
  }
studies-table = Simulations terminées
studies-story = Histoire
studies-response = Réponse
studies-belief = Règle de croyance
studies-platform = Fil
studies-seed = Tirage
studies-accounts = Comptes
studies-started = Début (UTC)
studies-compare = Comparer ces simulations
studies-choose-runs = Choisissez au moins deux simulations, à l’aide des cases de gauche.
studies-chosen = { $n ->
    [one] { $runs } simulation choisie. Il en faut au moins une autre.
   *[other] { $runs } simulations choisies
  }
studies-too-few = Il reste moins de deux simulations : rien à tracer.
studies-first = Sont tracées les { $shown } premières simulations sur { $all }. Filtrez le tableau, ou choisissez-en, pour en voir d’autres.
studies-lines-best = « { $best } » a la plus faible { $outcome } : { $value } (médiane)
studies-lines-range = { $outcome } : de { $low } à { $high }
studies-lines-bare = { $n ->
    [one] { $runs } simulation
   *[other] { $runs } simulations côte à côte
  }
studies-lines-summary = { $n ->
    [one] { $runs } simulation, tracée comme une ligne à travers : { $axes }.
   *[other] { $runs } simulations, chacune une ligne à travers : { $axes }.
  }
studies-lines-same = Identique partout : { $axes }.
studies-comparisons = Comparaisons
studies-no-comparisons = Aucune pour l’instant. Choisissez des simulations ci-dessus et comparez-les.
studies-unfinished = { $n ->
    [one] { $runs } simulation sans résultat
   *[other] { $runs } simulations sans résultat
  }
studies-failed = Échec
studies-partial = Interrompue ou encore en cours
studies-damaged = Endommagée
studies-more = Et { $n } autres.
