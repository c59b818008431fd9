# La note d’une page
brief-kind = Note de décision · { $story }
brief-warning = Ceci n’est pas une prévision
brief-title-without-question = Quelle réponse convient le mieux : { $story } ?
brief-quoted = « { $what } »
brief-and = { $first } et { $last }
brief-from-to = { $low } à { $high }
brief-measure-of = { $measure } : { $part }
# alike in both languages
brief-unit-points = points
# alike in both languages
brief-unit-euros = euros
brief-unit-hours = heures
brief-unit-people = personnes
brief-unit-posts = publications
brief-unit-other = son unité propre
brief-futures = { $n ->
    [one] 1 avenir
   *[other] { $n } avenirs
  }

# la première ligne
brief-advice-sure = À recommander : « { $answer } ».
brief-advice-asked = « { $answer } », la réponse sur laquelle porte la demande :
brief-advice-unsure = Aucune réponse essayée n’est sûrement meilleure que « { $baseline } ». La plus proche est « { $answer } » :
brief-advice-none = Aucune réponse essayée ne fait mieux que « { $baseline } ». La plus proche est « { $answer } » :
brief-advice-few = Trop peu de tirages du hasard ({ $seeds }) pour recommander quoi que ce soit. Pour l’heure, la plus proche est « { $answer } » :
brief-advice-undefined = « { $answer } » et « { $baseline } » ne peuvent être comparées : le critère n’est défini dans aucun avenir.
brief-odds = meilleure que « { $baseline } » dans { $better } { $better ->
    [one] avenir
   *[other] avenirs
  } sur { $n }, { $worse ->
    [0] pire dans aucun
   *[other] pire dans { $worse }
  }{ $equal ->
    [0] { "." }
   *[other] , égale dans { $equal }.
  }
brief-odds-start = Meilleure que « { $baseline } » dans { $better } { $better ->
    [one] avenir
   *[other] avenirs
  } sur { $n }, { $worse ->
    [0] pire dans aucun
   *[other] pire dans { $worse }
  }{ $equal ->
    [0] { "." }
   *[other] , égale dans { $equal }.
  }
brief-grounds = Critère : { $measure }. Niveau avec « { $baseline } » : { $before } ; écart médian : { $median } { $unit }, et neuf avenirs sur dix se situent entre { $low } et { $high }.
brief-grounds-one = Critère : { $measure }. Niveau avec « { $baseline } » : { $before } ; écart : { $median } { $unit }.
brief-rival = « { $answer } » ne s’en distingue pas selon ce critère.
brief-threshold = Seuil de { $threshold } ({ $measure }) : respecté dans { $within } { $within ->
    [one] avenir
   *[other] avenirs
  } sur { $n }.

# figures
brief-dots-title = { $letter } : meilleure dans { $better } { $better ->
    [one] avenir
   *[other] avenirs
  } sur { $n }
brief-dots-caption = { $n } avenirs en 50 points équiprobables : écart avec « { $baseline } », en { $unit }. Plein : meilleur ; creux : pire ; carré : égal. Tirets : aucun écart.
brief-dots-told = Diagramme en points. { $answer } : sur { $n } avenirs, meilleure dans { $better }, pire dans { $worse }, égale dans { $equal } ; écart médian { $median }, neuf sur dix entre { $low } et { $high } ({ $unit }).
brief-side-better = meilleur
brief-side-worse = pire
brief-strips-title = { $n ->
    [one] L’unique option face au point de comparaison
   *[other] Meilleures au moins 3 fois sur 4 : { $often } sur { $n }
  }
brief-strips-caption = Trait : neuf avenirs sur dix ; carré : médiane ; écart avec « { $baseline } », en { $unit }. Mêmes lettres que dans le tableau.
brief-strips-told = { $answer } : médiane { $median }, neuf sur dix entre { $low } et { $high }.
brief-no-figure = Il n’y a rien à dessiner : le critère n’est défini dans aucun avenir.

# tableau
brief-table-title = Les options
# alike in both languages
brief-column-option = Option
brief-column-effect = Effet, en { $unit } : médiane (5 à 95 %)
brief-column-better = Meilleure dans
brief-column-acceptable = Seuil { $threshold }
brief-column-cost = Coût
brief-column-staff = Heures de travail
brief-column-begins = Premier acte après
brief-column-regret = Pire regret, en { $unit }
brief-column-voices = Voix affaiblies
brief-column-removals = Retraits injustifiés
brief-column-rights = Classe de droits
brief-baseline = comparaison ({ $mean })
brief-of = { $k } sur { $n }
brief-at-start = aussitôt
brief-before = { $hours } avant
brief-table-note = Coût, heures, voix et retraits sont des moyennes. Pire regret : retard d’une option sur la meilleure, dans l’avenir qui lui est le plus défavorable. Voix affaiblies : personnes moins entendues sans avoir rien dit de faux. Retraits injustifiés : ce qui a été retiré sans enfreindre de règle. Classe de droits : { $source }.
# alike in both languages
brief-rights-source = DISARM Foundation, Companion Guide 2024
brief-rights-unproblematic = peu problématique
brief-rights-potentially_problematic = potentiellement problématique
brief-rights-highly_problematic = très problématique
brief-rights-none = sans classe

# sections
brief-fails = Elle échoue lorsque…
brief-fails-rule = … chacun change d’avis selon la règle « { $value } » : meilleure dans { $better } sur { $n } seulement.
brief-fails-setting = … { $setting } = { $value } : meilleure dans { $better } sur { $n } seulement.
brief-fails-box = … { $limits } : cela couvre { $coverage } de ses { $failures } échecs, et { $density } de ces cas sont des échecs.
brief-limit-is = { $setting } vaut { $value }
brief-limit-least = { $setting } vaut au moins { $low }
brief-limit-most = { $setting } vaut au plus { $high }
brief-limit-between = { $setting } se situe entre { $low } et { $high }
brief-belief-rule = la règle de croyance
brief-fails-nowhere = Sous aucune des hypothèses que l’on a fait varier ({ $settings }) elle n’est meilleure dans la moitié des avenirs ou moins.
brief-fails-ranking = En tête selon chaque règle de croyance : { $told }.
brief-fails-ranking-one = { $letter } selon « { $rule } »
brief-fails-luck-never = Seul le hasard a varié, aucune hypothèse, et dans aucun des { $n } avenirs elle n’a été pire. On ignore donc où elle échoue.
brief-fails-luck = Seul le hasard a varié, aucune hypothèse : dans { $worse } { $worse ->
    [one] avenir
   *[other] avenirs
  } sur { $n }, elle a été pire par pure malchance. On ignore donc où elle échoue.
brief-fails-for = Elle dessert une partie du public, « { $who } » ({ $by } { $unit }).
brief-holds = Ce qui doit rester vrai
brief-holds-assumed = { $n } données d’entrée sont supposées et non mesurées ; { $own } d’entre elles façonnent cette réponse. Les plus lourdes de conséquences :
brief-holds-share = Parmi les publications vues, { $value } sont relayées ; aucune mesure publique n’existe (A14).
brief-holds-spread = Une affirmation fausse est relayée { $value } fois plus volontiers qu’une vraie ; les études divergent jusque sur le signe (A16).
brief-holds-step = À chaque fois qu’une affirmation est vue, la croyance augmente de { $value } en log-cotes ; les études vont de 0 à 0,67 (A52).
brief-holds-rules = { $n ->
    [one] Une seule règle de croyance a été essayée : { $rules }.
   *[other] { $n } règles de croyance ont été essayées : { $rules }.
  }
brief-spread = Ce qui fait varier l’écart : { $parts }.
brief-spread-chance = le hasard pour { $share }
brief-spread-parameters = les paramètres pour { $share }
brief-spread-model = la règle de croyance pour { $share }
brief-spread-rest = leur conjonction pour { $share }
brief-caveats = Deux réserves
brief-caveat-model = Un public simulé de { $accounts } comptes tient lieu de public réel. Les écarts entre réponses sont utilisables ; leur ampleur dans votre pays ne peut s’en déduire.
brief-caveat-few = Avec { $n ->
    [one] 1 tirage
   *[other] { $n } tirages
  } du hasard, celui-ci peut passer pour un effet ; l’intervalle de 5 à 95 % reste grossier en dessous de vingt.
brief-caveat-rule = La façon dont les gens changent d’avis est elle-même débattue ; d’autres règles de croyance peuvent classer les réponses autrement.
brief-caveat-evidence = La plupart des expériences à l’origine des chiffres portent sur des adultes de pays occidentaux, de 2016 à 2024 ; presque aucune ne concerne la diplomatie.
brief-left-out = Hors champ : les mots et les images des publications, et tout ce qui survient après { $time }.
brief-rights = Droits
brief-rights-of = « { $answer } » recourt à : { $measures }.
brief-rights-act = { $label } ({ $facts })
brief-rights-does-nothing = « { $answer } » ne prend aucune mesure.
brief-rights-cost = En moyenne, personnes rendues moins audibles sans avoir rien dit de faux : { $voices } ; publications ou comptes retirés sans avoir enfreint de règle : { $removals }.
brief-rights-unmeasured = Les voix affaiblies et les retraits injustifiés n’ont pas été mesurés dans ces simulations.

# provenance
brief-provenance = { $runs } simulations ({ $arms } réponses × { $n ->
    [one] 1 avenir
   *[other] { $n } avenirs
  } ; un avenir est un tirage sous un jeu d’hypothèses), achevées le { $date } UTC. Parley { $version }, code { $code } ; simulations { $hash }. Identique sur toute machine.
brief-provenance-seeds = Tirages { $seeds }.
brief-reproduce = Reproduire avec
brief-shortened = … (abrégé)

# la porte
brief-written = Écrit : { $file }

# le fichier lisez-moi des données
brief-data-title = # Les données de la note
brief-data-lead = L’ensemble des { $n } simulations ({ $hash }). Tableaux en CSV et en Parquet :
brief-data-colon =  :
brief-data-differences = une ligne par indicateur et par réponse : moyennes, écart apparié moyen, son intervalle à 95 %, et le nombre d’avenirs où elle est meilleure, pire ou égale.
brief-data-futures = une ligne par simulation, une colonne par indicateur à la fin de la simulation.
brief-data-series = une ligne par simulation et par heure mesurée ; le CSV contient le public entier, le fichier Parquet aussi ses composantes.
brief-data-measures = le nom de chaque indicateur, son unité, et le sens qui convient.
brief-data-settings = les réglages de chaque simulation, sous le nom de celle-ci.
brief-data-units = Les unités figurent dans `measures`. Les proportions vont de 0 à 1 ; l’argent est en euros ; le temps en heures depuis le début de l’histoire. `affirmation@partie` est l’indicateur pour une partie du public.
brief-data-undefined = Un champ vide est indéfini, et non nul.
brief-data-again = Pour recommencer :
brief-data-warning = Ceci n’est pas une prévision. On y compare des réponses sous des hypothèses énoncées, dans des publics simulés ; aucun nom et aucune publication de personnes n’y figurent.
