start-title = Et si nous répondions autrement ?
start-lead = Choisissez une histoire, posez une question et comparez les réponses dans les mêmes avenirs.
start-recent = Comparé récemment
start-no-recent = Rien pour l’instant. Choisissez une histoire ci-dessous et posez une question : vos comparaisons s’afficheront ici.
start-asked = Questions récentes
start-futures = { $n ->
    [one] { $futures } avenir
   *[other] { $futures } avenirs
  }
start-recent-facts = { $futures }, le { $when }
start-none = Aucune réponse
start-stories = Histoires
start-filters = Ne montrer que les histoires qui traitent de
start-shown = { $n ->
    [one] { $shown } histoire sur { $all }
   *[other] { $shown } histoires sur { $all }
  }
start-chosen = (choisi)
start-all = Tout afficher
start-shows = Ce qu’elle met en jeu
start-facts = { $answers ->
    [0] Aucune réponse, sur { $length }
    [one] { $n } réponse à comparer, sur { $length }
   *[other] { $n } réponses à comparer, sur { $length }
  }
start-own = Notre camp
start-operation = L’opération
start-public = Le public :
start-around = Autour d’eux :
start-nobody = personne
start-part = { $name } ({ $share })
start-few = quelques-uns
start-kind-bot = { $n ->
    [one] { $value } robot
   *[other] { $value } robots
  }
start-kind-business = { $n ->
    [one] { $value } entreprise
   *[other] { $value } entreprises
  }
start-kind-citizen = { $n ->
    [one] { $value } citoyen
   *[other] { $value } citoyens
  }
# alike in both languages
start-kind-civil_society = { $n ->
    [one] { $value } association
   *[other] { $value } associations
  }
start-kind-fact_checker = { $n ->
    [one] { $value } vérificateur de faits
   *[other] { $value } vérificateurs de faits
  }
start-kind-influencer = { $n ->
    [one] { $value } influenceur
   *[other] { $value } influenceurs
  }
start-kind-international_organisation = { $n ->
    [one] { $value } organisation internationale
   *[other] { $value } organisations internationales
  }
start-kind-media_outlet = { $n ->
    [one] { $value } média
   *[other] { $value } médias
  }
start-kind-state_account = { $n ->
    [one] { $value } compte d’État
   *[other] { $value } comptes d’État
  }
# alike in both languages
start-kind-troll = { $n ->
    [one] { $value } troll
   *[other] { $value } trolls
  }
start-tag-rapid = Rapidité de la réponse
start-tag-elections = Élections et scrutins
start-tag-deepfakes = Hypertrucages et montages
start-tag-sources = Fausses sources
start-tag-hashtags = Mots-dièse
start-tag-influencers = Influenceurs
start-tag-hate = Haine et harcèlement
start-tag-hacks = Piratages et fuites
start-tag-privacy = Données personnelles
start-tag-crisis = Crises et pannes
start-tag-bots = Robots et publications copiées
start-tag-warning = Alerte précoce
start-tag-platforms = Mesures des plateformes
start-tag-feeds = Fils et chambres d’écho
start-tag-dialogue = Dialogue et médiation
start-tag-literacy = Prévention et éducation
start-tag-coalition = Agir à plusieurs
start-tag-radicalisation = Embrigadement
start-tag-layers = Plusieurs plateformes
start-about = Ce que c’est, et ce que ce n’est pas
start-compares = Parley compare ; il ne prévoit pas
start-compares-says = Chaque réponse est jouée dans les mêmes avenirs, si bien que deux d’entre elles ne diffèrent que par ce qu’elles font. On ne peut y lire la probabilité d’un épisode.
start-assumed = Il dit ce qui est supposé
start-assumed-says = Beaucoup de ses valeurs n’ont jamais été mesurées. Chacune indique sa source ou la mention « assumed » (supposée), et chaque résultat montre ce qu’il doit au hasard, aux réglages et à la règle de croyance.
start-refuses = Il n’écrit aucune propagande
start-refuses-says = Les États, les personnes et les publications sont inventés ; aucun texte n’est rédigé et aucune publication d’une personne réelle n’est conservée. Les mesures que le guide publié juge très problématiques ne sont pas proposées, et les atteintes aux droits sont comptées à côté de chaque effet.
