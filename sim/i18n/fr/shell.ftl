shell-skip = Aller au contenu
# alike in both languages
shell-navigation = Pages
shell-page-start = Accueil
shell-page-ask = Poser une question
shell-page-compare = Comparer
shell-page-why = Pourquoi différent
shell-page-run = Simulation
shell-page-studies = Études
shell-page-evidence = Données probantes
shell-other-language = English
shell-light = Clair
shell-dark = Sombre
shell-not-a-forecast = Ceci n’est pas une prévision. Parley compare des réponses sous des hypothèses énoncées ; chaque simulation dit quelles valeurs personne n’a mesurées.
shell-save-svg = SVG
shell-save-png = PNG
shell-save-csv = CSV
shell-save-svg-of = Enregistrer « { $name } » en SVG
shell-save-png-of = Enregistrer « { $name } » en PNG
shell-save-csv-of = Enregistrer les chiffres de « { $name } » en CSV
shell-as-table = Voir le tableau
shell-table-of = Tableau : { $name }
shell-problems = { $n ->
    [one] Quelque chose ne va pas
   *[other] { $n } points ne vont pas
  }
shell-problem = { $where } : { $found }.
shell-problem-known = Choix possibles : { $words }.
shell-reason = { $run } :
