evidence-title = Données probantes
evidence-lead = Ce qui fonde les chiffres : d’où vient chacun d’eux, à quoi le modèle a été confronté, et ce que les mots veulent dire.
evidence-parts = Types de données probantes
evidence-parameters = Paramètres
# alike in both languages
evidence-validation = Validation
evidence-model = Le modèle
evidence-glossary = Glossaire
# alike in both languages
evidence-disarm = DISARM
evidence-english-only = Les textes ci-dessous n’existent qu’en anglais, langue de travail du modèle.
evidence-counted = Le modèle compte { $all } nombres et mots réglables ou fixes. Pour { $guessed } d’entre eux ({ $share }), la valeur est supposée : personne ne l’a mesurée, ou aucune mesure n’a été trouvée.
evidence-column-name = Nom
evidence-column-says = Signification
evidence-column-default = Valeur
evidence-column-range = Étendue
evidence-column-unit = Unité
evidence-column-source = Origine
evidence-column-group = Relève de
evidence-group-population = Public
evidence-group-platform = Plateforme
evidence-group-graph = Graphe d’abonnement
evidence-group-time = Temps
evidence-group-scenario = Ce que dit une histoire
evidence-group-fixed = Fixé dans les règles
evidence-between = { $low } à { $high }
evidence-from = à partir de { $value }
evidence-to = jusqu’à { $value }
evidence-validation-lead = Chaque étude confronte le modèle à quelque chose de connu : mesures publiées, modèles d’autres équipes, ou théorie. Les écarts sont dits tels quels.
evidence-all-studies = Toutes les études
evidence-no-studies = Les études ne font pas partie de cette installation. Elles accompagnent le code source, dans experiments/validation.
evidence-no-document = La description ne fait pas partie de cette installation. Elle accompagne le code source, sous le nom ODD.md.
evidence-values = { $n ->
    [one] Valeurs : { $name } ({ $rows } ligne)
   *[other] Valeurs : { $name } ({ $rows } lignes)
  }
evidence-cut = Les { $shown } premières lignes sur { $all }.
evidence-contents = Sommaire
evidence-next = Suite :
evidence-glossary-lead = Les termes employés ici, avec leur nom anglais.
evidence-disarm-counted = Sur les { $all } techniques et contre-mesures de DISARM, { $played } peuvent être jouées ici.
evidence-disarm-all = Tout afficher
evidence-disarm-only = N’afficher que celles qui peuvent être jouées
evidence-disarm-id = Numéro
evidence-disarm-name = Nom
evidence-disarm-side = Camp
evidence-disarm-tactic = Étape
evidence-disarm-rights = Droits
evidence-disarm-played = Jouée ici par
evidence-disarm-licence = D’après les référentiels DISARM de la DISARM Foundation (version 1.7), CC BY-SA 4.0 ; noms français de VIGINUM, pour la version 1.3. Les contre-mesures, et quelques techniques, n’ont pas de nom français publié et gardent leur nom anglais. Aucun de ces éditeurs ne cautionne ce logiciel.
# alike in both languages
evidence-red = technique
evidence-blue = contre-mesure
evidence-rights-unproblematic = peu problématique
evidence-rights-potentially_problematic = potentiellement problématique
evidence-rights-highly_problematic = très problématique, non proposée
