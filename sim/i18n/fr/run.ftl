run-title = Une simulation : { $story }
run-none = Aucune simulation à montrer
run-none-says = Choisissez une simulation parmi celles qui sont conservées, et voyez ce qui s’y est passé.
run-choose-in-studies = En choisir une dans les études
run-older = Cette simulation est antérieure aux relevés que montre cette partie.
run-older-says = Relancez-la, et ils seront conservés :
run-parts = Parties de la simulation
run-shown-now = Cette partie est affichée
run-part-timeline = Déroulement
# alike in both languages
run-part-cascades = Cascades
run-part-network = Communautés
run-part-minds = Croyance et confiance
run-part-segments = Parties du public
run-part-feed = Ce que les gens ont vu
run-part-log = Journal
run-fact-rule = Règle de croyance
run-fact-seed = Tirage
run-fact-accounts = Comptes
run-fact-length = Durée
run-fact-assumed = Supposé
run-fact-id = Simulation
run-fact-compared = Comparée dans
run-inputs = { $n ->
    [one] { $value } valeur
   *[other] { $value } valeurs
  }
run-comparison = comparaison { $n }
run-reproduce = Reproduire cette simulation
run-reproduce-says = La même commande redonne la même simulation, au bit près, sur n’importe quel ordinateur.
run-start = début
run-after = après { $hours }
run-at-once = dès le début
run-chosen = (affiché)
run-everybody = Tout le public
run-ordinary = Publication ordinaire
run-claim = « { $claim } »
run-deed = { $action } · { $actor }
# alike in both languages
run-metric-of = { $metric }, { $about }
run-from-to = de { $begin } à { $end }
# alike in both languages
run-score = score { $score }
run-lane-own = Notre camp
run-lane-platform = Plateforme
run-lane-operation = Opération
run-lane-others = Tiers et événements
run-lane-alerts = Alertes
run-what-begin = début
run-what-end = fin
run-what-alert = alerte
run-what-statement = déclaration
run-what-trigger = déclenchement
run-what-refused = refus
# alike in both languages
run-what-verdict = verdict
run-what-takeover = détournement
run-what-recovery = reprise du compte
run-what-adapt = adaptation
# alike in both languages
run-what-migrate = migration
run-what-tripped = frein enclenché
run-what-throttled = débit limité
run-source-peer = les proches
run-source-own-state = leur propre État
run-source-rival-state = l’État rival
run-source-press = la presse
run-source-fact-checkers = les vérificateurs de faits
run-source-platform = la plateforme
run-source-international = les organisations internationales
run-kind-citizen = Citoyen
run-kind-bot = Robot
# alike in both languages
run-kind-troll = Troll
run-kind-influencer = Influenceur
run-kind-state_account = Compte d’État
run-kind-media_outlet = Média
run-kind-fact_checker = Vérificateur de faits
# alike in both languages
run-kind-civil_society = Association
run-kind-international_organisation = Organisation internationale
run-kind-business = Entreprise
run-many-citizen = des citoyens
run-many-bot = des robots
run-many-troll = des trolls
run-many-influencer = des influenceurs
run-many-state_account = des comptes d’État
run-many-media_outlet = des médias
run-many-fact_checker = des vérificateurs de faits
run-many-civil_society = des associations
run-many-international_organisation = des organisations internationales
run-many-business = des entreprises
run-column-hour = Heure
run-column-side = Camp
run-column-what = Fait
# alike in both languages
run-column-deed = Action
run-column-entry = Nom dans le scénario
run-column-detail = Détail
# alike in both languages
run-column-post = Publication
run-column-passes-on = Relaie
run-column-kind = Par
run-column-hops = Pas depuis la première
run-column-claim = Affirmation
run-column-stance = Position
run-column-by = Publiée d’abord par
run-column-size = Publications
run-column-breadth = Pas le plus large
run-column-depth = Profondeur, en pas
run-column-virality = Viralité structurelle, en pas
# alike in both languages
run-column-cascade = Cascade
run-column-lasted = Durée
run-column-carried = Relayée par
run-column-community = Communauté
run-column-people = Personnes
run-column-bots = Robots et trolls
run-column-belief = Croyance moyenne
run-column-exposure = Vues par personne depuis le dernier relevé
run-column-bot-posts = Publications de robots et de trolls depuis le dernier relevé
run-timeline-nobody = { $n ->
    [0] Personne n’a rien fait
    [one] { $actions } action de l’opération, et personne n’a répondu
   *[other] { $actions } actions de l’opération, et personne n’a répondu
  }
run-timeline-own = { $n ->
    [one] { $actions } action de notre camp ; aucune opération n’était à l’œuvre
   *[other] { $actions } actions de notre camp ; aucune opération n’était à l’œuvre
  }
run-timeline-both = L’opération a commencé { $first } ({ $n ->
    [one] { $actions } action
   *[other] { $actions } actions
  } en tout) ; la première réponse est venue { $answer }
run-timeline-summary = Chaque barre va du début d’une action à sa fin. Un losange est une déclaration, un triangle une alerte. Les heures prennent plus de place au début, où presque tout se joue.
run-no-cascades = Personne n’a relayé de publication sur une affirmation dans cette simulation.
run-trees = Les plus grandes cascades portant sur des affirmations
# alike in both languages
run-cascade = Cascade { $n }
run-root = première publication
run-hops = { $n ->
    [0] la première publication
    [one] à { $n } pas de la première
   *[other] à { $n } pas de la première
  }
run-stance-support = soutient
run-stance-deny = dément
run-stance-neutral = mentionne
run-tree-support = { $size } publications en { $hours } ont propagé « { $claim } » ; { $share } des relais venaient de : { $carriers }
run-tree-deny = { $size } publications en { $hours } ont démenti « { $claim } » ; { $share } des relais venaient de : { $carriers }
run-tree-neutral = { $size } publications en { $hours } ont mentionné « { $claim } » ; { $share } des relais venaient de : { $carriers }
run-tree-summary = Le temps va vers la droite depuis la première publication, avec plus de place au début ; un trait mène de chaque publication à celles qui la relaient. Profondeur : { $depth } pas ; viralité structurelle : { $virality } pas (environ 2 : une voix en a touché beaucoup ; davantage : de proche en proche). Relayée par { $carriers }.
run-tree-cut = Sont dessinées les { $n } premières publications sur { $size }.
run-all-cascades = { $n ->
    [one] La cascade, toutes publications confondues
   *[other] Les { $value } plus grandes cascades, toutes publications confondues
  }
run-choose-claim = Croyance en l’affirmation
run-community = Communauté { $n }
run-the-rest = Toutes les plus petites
run-network-moved = La croyance en « { $claim } » a le plus changé dans la { $community } : { $change }
run-network-still = La croyance en « { $claim } » n’a changé dans aucune communauté
run-network-summary = { $communities } communautés de personnes qui se suivent. Une bulle plus grande compte plus de personnes, une plus claire croit davantage à l’affirmation, un anneau plus large l’a vue plus souvent depuis le dernier relevé. Un losange désigne robots et trolls, plein quand ils ont publié.
run-network-at = { $hour } : { $community } y croit le plus ({ $belief }) ; { $n ->
    [0] robots et trolls se sont tus
    [one] { $posts } publication de robots et de trolls
   *[other] { $posts } publications de robots et de trolls
  } depuis le dernier relevé.
run-play = Lecture
# alike in both languages
run-pause = Pause
run-hour-of-slider = Heure affichée
run-beliefs-in = Croyance en
run-trust-in = Confiance dans
run-belief-moved = La moitié des gens tient maintenant « { $what } » pour vrai à { $now } ou plus : { $change } depuis le début
run-belief-still = La moitié des gens tient « { $what } » pour vrai à { $now } ou plus, comme au début
run-trust-moved = Confiance envers { $what } : la moitié des gens est maintenant à { $now } ou plus, soit { $change } depuis le début
run-trust-still = Confiance envers { $what } : la moitié des gens est à { $now } ou plus, comme au début
run-minds-summary = Le trait est la personne du milieu ; la bande foncée contient la moitié des gens, la bande pâle neuf dixièmes. Compté par pas de 5 points.
run-quantile = { $share } des gens sont en dessous
run-95 = 95 sur 100
run-75 = 75 sur 100
run-middle = milieu
run-5 = 5 sur 100
run-axis-belief = Tenu pour vrai avec une probabilité de
run-axis-trust = Confiance, avec une probabilité de
run-bin = { $low } à { $high }
run-at-start = au début
run-people-then = Personnes
run-people-at-start = Personnes au début
run-above-half = { $hour } : { $n ->
    [0] personne ne dépasse un demi.
    [one] { $people } personne ({ $share }) dépasse un demi.
   *[other] { $people } personnes ({ $share }) dépassent un demi.
  }
run-bars-moved = Part des gens au-dessus d’un demi : { $change } du début à la fin
run-bars-still = Autant de gens dépassent un demi à la fin qu’au début
run-bars-summary = Les barres disent combien de gens se trouvent où à l’heure choisie ; le pointillé le dit pour le début.
run-no-segments = Aucun indicateur de cette simulation n’a été relevé par partie du public.
run-choose-measure = Indicateur
run-segments-finding = { $measure } : à la fin, au plus haut parmi « { $high } » ({ $most }), au plus bas parmi « { $low } » ({ $least })
run-segments-summary = Chaque trait est une partie du public, nommée à son extrémité ; le trait épais est tout le public. On peut appartenir à plusieurs parties.
run-no-feeds = Aucun fil n’a été relevé dans cette simulation.
run-no-segment = Dans aucune partie nommée
run-person = Personne { $n } · { $country }
run-feed-finding = { $n ->
    [0] Aucune des { $posts } publications relevées ne portait sur une affirmation
    [one] { $about } des { $posts } publications relevées portait sur une affirmation
   *[other] { $about } des { $posts } publications relevées portaient sur une affirmation
  }
run-feed-summary = Les publications n’ont ici aucun texte : seulement ce dont elles parlent, sous quelle forme, qui les a écrites, et ce que la plateforme y a apposé. Il en est relevé autant dans chaque tranche de la simulation.
run-visit = Visite à { $hour }
run-place = rang { $n }
run-reshared = arrivée par un relais
# alike in both languages
run-form-image = image
run-form-cheapfake = montage grossier
run-form-deepfake = hypertrucage
# alike in both languages
run-form-document = document
run-claim-true = affirmation vraie
run-claim-false = affirmation fausse
run-label-warning = étiquette d’avertissement
run-label-note = note de la communauté
run-moderation = { $n ->
    [0] Les modérateurs n’ont motivé aucune décision
    [one] Les modérateurs ont motivé { $decisions } décision
   *[other] Les modérateurs ont motivé { $decisions } décisions
  } ; voix affaiblies : { $lowered } ; retraits injustifiés : { $wrong }
run-moderation-share = { $n ->
    [0] Les modérateurs n’ont motivé aucune décision
    [one] Les modérateurs ont motivé { $decisions } décision
   *[other] Les modérateurs ont motivé { $decisions } décisions
  } ; voix affaiblies : { $lowered } ; retraits injustifiés : { $wrong }, soit { $share } de tous les retraits
run-moderation-summary = Nombres cumulés depuis le début. Les voix affaiblies sont des comptes dont des publications vraies ou ordinaires ont été étiquetées ou montrées à moins de monde. Un exposé des motifs n’est compté que tant qu’une règle l’exige ; les étiquettes qu’une réponse pose elle-même n’en demandent pas : le journal ci-dessous peut donc compter bien des étiquettes et des retraits sans un seul exposé des motifs.
run-journal = Tout ce qui a été noté
run-choose-what = Afficher
run-everything = tout ({ $n })
run-counted = { $what } ({ $n })
# alike in both languages
run-pages = Pages
run-sheets = Pages de décisions
run-decisions = Toutes les décisions, une à une
run-nothing-decided = Dans cette simulation, rien n’a été fait à aucune publication ni à aucun compte : ni étiquette, ni retrait, ni suspension.
run-choose-done = Afficher les décisions
run-column-done = Mesure prise
run-column-doer = Par qui
run-column-author = Auteur
run-column-deserved = Méritée
run-column-count = Nombre
run-by-moderators = Les modérateurs de la plateforme
run-by-appeal = Un recours accueilli
run-deserved = oui
run-undeserved = non
run-done-label = publication étiquetée
run-done-downrank = publication montrée à moins de monde
run-done-remove = publication retirée
run-done-suspend = compte suspendu
run-done-restore = mesure levée sur une publication
run-done-reinstate = compte rendu
run-many-done-label = { $n ->
    [one] { $count } publication étiquetée
   *[other] { $count } publications étiquetées
  }
run-many-done-downrank = { $n ->
    [one] { $count } publication montrée à moins de monde
   *[other] { $count } publications montrées à moins de monde
  }
run-many-done-remove = { $n ->
    [one] { $count } publication retirée
   *[other] { $count } publications retirées
  }
run-many-done-suspend = { $n ->
    [one] { $count } compte suspendu
   *[other] { $count } comptes suspendus
  }
run-many-done-restore = { $n ->
    [one] { $count } mesure levée sur une publication
   *[other] { $count } mesures levées sur des publications
  }
run-many-done-reinstate = { $n ->
    [one] { $count } compte rendu
   *[other] { $count } comptes rendus
  }
run-wrongful = { $n ->
    [0] Personne n’a été touché sans l’avoir mérité ; décisions : { $all }.
    [one] { $wrong } décision sur { $all } ({ $share }) a touché quelqu’un qui ne l’avait pas mérité.
   *[other] { $wrong } décisions sur { $all } ({ $share }) ont touché quelqu’un qui ne l’avait pas mérité.
  }
run-decisions-summary = Une décision par publication ou par compte ; les levées et les comptes rendus n’entrent pas dans ce calcul.
