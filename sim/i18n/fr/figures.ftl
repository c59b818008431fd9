# Mots des figures : ce qu’elles trouvent, leurs axes, leurs unités
figures-nothing = Il n’y a rien à montrer
figures-better = mieux
figures-worse = moins bien
figures-lower-is-better = (moins vaut mieux)
figures-higher-is-better = (plus vaut mieux)
figures-answer = Réponse
figures-story = Histoire
figures-group = Groupe
figures-mean = Écart moyen
figures-low = Borne basse (95 %)
figures-high = Borne haute (95 %)
figures-difference = Écart
figures-hour = Heure
figures-delay = Retard en heures
figures-dot = Point
figures-kept = À retenir
figures-yes = oui
figures-no = non

figures-dots-axis = Écart avec « { $baseline } », { $unit }
figures-dots-count = mieux dans { $better } sur { $futures }, moins bien dans { $worse }
figures-span = de { $low } à { $high }
figures-dots-most = { $often ->
    [one] Une réponse sur { $answers } fait mieux que « { $baseline } » dans au moins trois avenirs sur quatre
   *[other] { $often } réponses sur { $answers } font mieux que « { $baseline } » dans au moins trois avenirs sur quatre
  }
figures-dots-none = Aucune réponse ne fait mieux que « { $baseline } » dans trois avenirs sur quatre
figures-dots-told = { $answer } : mieux dans { $better } avenirs sur { $futures }, moins bien dans { $worse }, pareil dans { $equal }.
figures-dots-how = Chaque point vaut une part égale des avenirs d’une réponse. Points pleins : mieux ; cercles : moins bien ; tirets : pareil.

figures-fan-difference = Écart dans le même avenir, { $unit }
figures-fan-together = « { $answer } » et « { $baseline } » ne se distinguent pas dans le temps
figures-fan-apart = « { $answer } » et « { $baseline } » se séparent après { $from } et le restent
figures-fan-for-a-time = « { $answer } » et « { $baseline } » ne diffèrent que de { $from } à { $until }
figures-fan-told = Après { $when }, l’avenir médian compte { $ours } avec « { $answer } » et { $theirs } avec « { $baseline } » ; dans neuf avenirs sur dix, l’écart se situe entre { $low } et { $high }. Les bandes foncées contiennent la moitié des avenirs, les claires neuf sur dix. { $points } points sont tracés.

figures-interval-axis = Écart avec « { $baseline } », { $unit }
figures-interval-told = { $what } : { $mean } ({ $span }).
figures-interval-none = Aucun intervalle ne se situe tout entier d’un seul côté.
figures-interval-many = { $sure } intervalles (à 95 %) sur { $all } se situent tout entiers d’un seul côté : marques pleines et lignes en couleur. Les autres sont creuses et grises.

figures-regret-axis = Distance à la meilleure réponse du même avenir, { $unit }
figures-regret-median = Regret médian
figures-regret-ninth = Regret dans neuf cas sur dix
figures-regret-worst = Pire regret
figures-regret-acceptable = Part acceptable
figures-regret-alike = Toutes les réponses finissent aussi loin de la meilleure
figures-regret-never = « { $answer } » est la meilleure réponse dans chaque avenir
figures-regret-safest = « { $answer } » est la plus sûre : au pire, elle finit à { $worst } de la meilleure réponse
figures-regret-told = La barre marque l’avenir médian, le losange neuf avenirs sur dix, la croix le pire. Zéro signifie : la meilleure réponse de cet avenir.
figures-regret-mark-median = médiane
figures-regret-mark-ninth = neuf sur dix
figures-regret-mark-worst = le pire

figures-spread-axis = Part de la variance de l’effet, en %
figures-spread-chance = Hasard
figures-spread-parameters = Paramètres
figures-spread-model = Règle de croyance
figures-spread-rest = Ensemble
figures-spread-total = Variance de l’effet
figures-spread-not-varied = non varié
figures-spread-none = L’effet de la meilleure réponse est le même dans chaque avenir
figures-spread-only-chance = Seul le hasard a varié : ce qu’ajouteraient les paramètres et les règles de croyance reste inconnu
figures-spread-mostly-chance = Pour « { $answer } », le hasard fait la plus grande part de la dispersion : { $share }
figures-spread-mostly-parameters = Pour « { $answer } », les paramètres supposés font la plus grande part de la dispersion : { $share }
figures-spread-mostly-model = Pour « { $answer } », la règle de croyance fait la plus grande part de la dispersion : { $share }
figures-spread-mostly-rest = Pour « { $answer } », des causes qui agissent ensemble font la plus grande part de la dispersion : { $share }
figures-spread-told = Le hasard, c’est la chance d’un tirage contre un autre ; les paramètres, les hypothèses que l’on a fait varier ; la règle de croyance, la façon supposée dont on change d’avis ; « ensemble », ce qu’aucun ne fait seul.
figures-spread-still = Non varié ici, donc inconnu : { $parts }.

figures-trade-one = « { $answer } » n’est dépassée par aucune autre réponse sur aucun des deux points
figures-trade-some = { $kept } réponses sur { $answers } méritent d’être pesées : aucune autre ne les bat sur les deux points
figures-trade-told = Moyennes sur tous les avenirs. Les marques pleines, reliées par la ligne pointillée, ne sont battues par aucune autre réponse sur les deux points ; pour les marques creuses, une autre vaut mieux.

figures-delay-axis = Retard avec lequel la réponse commence
figures-delay-costs = Attendre coûte : « { $answer } » perd { $lost } en commençant { $last } plus tard au lieu de { $first }
figures-delay-unclear = Entre { $first } et { $last }, aucun coût net de l’attente n’apparaît
figures-delay-told = L’écart moyen pour chaque retard, avec son intervalle à 95 %. Les retards sont placés à pas égaux.

figures-unit-points = points de pourcentage
figures-unit-share = en %
figures-unit-share-of-people = en % des personnes
figures-unit-share-of-people-reached = en % des personnes touchées
figures-unit-share-of-posts = en % des publications
figures-unit-share-of-exposures = en % des vues
figures-unit-share-of-reshares = en % des relais
figures-unit-1-to-1 = de −1 à 1
figures-unit-0-to-1 = de 0 à 1
figures-unit-1-per-week = par semaine
figures-unit-accounts = comptes
figures-unit-complaints = réclamations
figures-unit-decisions = décisions
figures-unit-degrees = degrés
figures-unit-exposures = vues
figures-unit-exposures-per-impression = vues par affichage
figures-unit-exposures-per-person = vues par personne
figures-unit-h = h
figures-unit-hops = pas
figures-unit-log-odds = log-cotes
figures-unit-min = min
figures-unit-nats = nats d’information
figures-unit-outlets = médias
figures-unit-people = personnes
figures-unit-posts = publications
figures-unit-posts-per-person = publications par personne
figures-unit-probability = probabilité
figures-unit-probability-squared = probabilité²
figures-unit-records = fiches
figures-unit-removals = retraits
figures-unit-reshares-per-post = relais par publication
figures-unit-euro = €
figures-unit-euro-per-person = euros par personne
figures-delay-costs-in-time = Attendre coûte : « { $answer } » perd { $lost } en commençant { $last } plus tard
