# What the engine says, in French; the keys are those of the engine's own words in en/engine.ftl.
## Where
engine-at-answers = réponses
engine-at-arm = réponse
engine-at-belief = règle de croyance
engine-at-column = colonne
engine-at-column-of = { $place }, colonne « { $word } »
engine-at-column-named = colonne « { $word } »
engine-at-compare = comparaison
engine-at-direction = sens des liens
engine-at-fans = évolution
engine-at-graph = graphe
engine-at-job = calcul
engine-at-job-named = calcul { $id }
engine-at-knockouts = effet de chaque action
engine-at-line = { $file }, ligne { $n }
engine-at-measure = critère
engine-at-measure-option = critère (--measure)
engine-at-baseline-option = point de comparaison (--baseline)
engine-at-arm-option = réponse (--arm)
# alike in both languages
engine-at-question = question
engine-at-question-named = question n° { $id }
engine-at-response = réponse
engine-at-row = { $file }, rangée { $n }
engine-at-run-named = simulation { $id }
engine-at-run-file = simulation { $id }, { $file }
engine-at-runs = simulations
engine-at-scenario = histoire
engine-at-seed = tirage
engine-at-seeds = tirages
engine-at-spread = dispersion
engine-at-tradeoff = arbitrage
engine-at-upload = envoi
engine-at-node = { $file }, nœud « { $word } »
engine-at-run-of = { $answer } · tirage { $n } · { $id }

## A word that is not on the list
engine-no-actor = aucun acteur « { $word } »
engine-no-answer = aucune réponse « { $word } »
engine-no-arm = aucune réponse « { $word } » parmi celles que l’on compare
engine-no-belief = aucune règle de croyance « { $word } »
engine-no-belief-rule = aucune règle de croyance du nom de « { $word } »
engine-no-claim = aucune affirmation « { $word } »
engine-no-column = aucune colonne « { $word } »
engine-no-detector-here = aucun détecteur « { $word } » dans cette histoire
engine-no-direction = aucun sens « { $word } »
engine-no-entry = aucune action « { $word } » dans « { $plan } »
engine-no-entry-here = aucune action « { $word } » dans cette réponse
engine-no-graph = aucun graphe « { $word } »
engine-no-kind = aucun type de compte « { $word } »
engine-no-measure = aucun critère « { $word } »
engine-no-number = aucune grandeur mesurée « { $word } »
engine-no-platform = aucune plateforme « { $word } »
engine-no-population = aucun public « { $word } »
engine-no-response = aucune réponse « { $word } » dans cette histoire
engine-no-scenario = aucune histoire « { $word } »
engine-no-setting = aucun réglage « { $word } »
engine-no-timeline-entry = aucun événement « { $word } » dans le déroulé
engine-did-you-mean = Vouliez-vous dire « { $word } » ?

## A question
engine-question-damaged = l’enregistrement { $id } est endommagé
engine-question-changed = l’enregistrement { $id } a été modifié
engine-question-none = la question { $id } n’est pas enregistrée ici
engine-question-not = « { $word } » ne désigne aucune question
engine-question-again = Posez-la de nouveau.
engine-question-settings = { $n } réglages
engine-question-settings-most = { $n } au plus sont admis.
engine-question-runs = { $n } simulations
engine-question-runs-most = { $n } au plus à la fois ; demandez-en moins.
engine-question-seeds = { $n } tirages
engine-question-seeds-most = Valeurs admises : de 1 à { $n }.
engine-question-run-not = « { $word } » ne désigne aucune simulation
engine-question-response-not = « { $word } » ne désigne aucune réponse
engine-question-nothing = aucune n’est choisie
engine-question-choose = Choisissez-en au moins une à comparer à l’inaction.
engine-question-setting-not = ce n’est pas un réglage
engine-question-setting-write = Écrivez clé=valeur.
engine-question-forbidden = ne se règle pas depuis le navigateur
engine-question-by-itself = la question le précise d’elle-même
engine-question-plain = seules les listes et les valeurs simples sont admises
engine-question-commas = Séparez les valeurs par des virgules.
engine-question-option = désigne un choix tout fait, tel que { $words }
engine-question-unanswered = aucun avenir n’a encore reçu de réponse
engine-question-wait = Lancez le calcul, ou attendez que chaque réponse ait affronté un premier avenir.

## An answer put together, put off or triggered
engine-answer-shifted-after = « { $word } » commencerait « { $entry } » à l’heure { $n }, après la fin, fixée à { $m } h
engine-answer-shifted-before = « { $word } » commencerait « { $entry } » à l’heure { $n }, avant la mise en route, qui débute à { $m } h
engine-answer-shift-less = Décalez-la moins, ou retirez-la : « { $word } ».
engine-answer-clash = deux réponses réunies dans « { $word } » ont chacune une action « { $entry } », et elles diffèrent
engine-answer-two = « { $word } » reçoit deux { $what } à la fois, { $one } et { $other }
engine-answer-two-hours = retards
engine-answer-two-detectors = détecteurs
engine-answer-watch = Faites-le veiller : +scenario.detectors.{ $words }={"{"}{"}"}.
engine-answer-hours-not = « { $word } » n’est pas un nombre d’heures
engine-answer-hours-write = Écrivez-les comme dans « { $word } » ou « { $other } ».
engine-answer-two-alerts = « { $word } » attend déjà une alerte, et ne peut en attendre deux
engine-answer-too-early = « { $word } » attend un événement et ne peut commencer { $n } h plus tôt
engine-answer-too-early-why = On ne peut réagir à ce qui n’a pas encore eu lieu.

## A job
engine-job-many = { $n } calculs attendent déjà leur tour
engine-job-wait = Attendez que l’un d’eux s’achève, ou arrêtez-en un.
engine-job-under-way = est en cours
engine-job-stop-first = Arrêtez-le d’abord.
engine-job-none = aucun calcul « { $word } » n’est connu ici
engine-job-died = son processus s’est arrêté ({ $how }) ; relancez-la et elle reprendra où elle en était
engine-job-died-memory = { $how }, peut-être faute de mémoire
engine-job-died-code = code de sortie { $n }
engine-disk-full = plus de place sur le disque ({ $how })
engine-disk-no-space = aucun espace disponible
engine-disk-quota = quota de disque dépassé
engine-disk-file = fichier trop volumineux
engine-disk-ask-again = Libérez de la place, puis posez de nouveau la question.
engine-disk-start-again = Libérez de la place, puis relancez le calcul.
engine-disk-run-again = Libérez de la place et relancez la même commande : la simulation reprendra à son dernier point de reprise.
engine-disk-run-again-those = Libérez de la place et relancez la même commande : la simulation reprendra aux points de reprise qu’elle a.

## Stored runs
engine-run-none = aucune simulation achevée ne porte ce numéro
engine-run-none-advice = Elle a peut-être été supprimée ; posez de nouveau la question.
engine-run-none-here = aucune simulation achevée ne se trouve ici
engine-run-none-here-advice = Son dossier n’a pas de manifeste : elle n’a pas été achevée, ou ce n’est pas une simulation.
engine-run-no-table = aucun tableau « { $word } »
engine-run-older = Elle vient d’une version antérieure ; refaites-la avec --fresh.
engine-run-again = Refaites-la avec --fresh.
engine-run-not-there = absent
engine-run-damaged = endommagé ou modifié : { $how }
engine-run-damaged-hash = endommagé ou modifié : son empreinte n’est pas celle du manifeste
engine-run-damaged-seal = son contenu ne correspond pas à sa propre empreinte
engine-run-format = cette version ne lit pas le format { $id }

## A comparison
engine-compare-same = toutes les simulations ont un même réglage : { $by } ({ $answer })
engine-compare-only = { $future } : simulé avec { $words } seulement ({ $by })
engine-compare-future = tirage { $n }
engine-compare-future-more = tirage { $n }, { $words }
engine-compare-two = Comparez-en au moins deux, par exemple { $words }, ou désignez un autre réglage avec --by.
engine-compare-run-too = Simulez-le aussi avec { $words }, ou laissez-le de côté.
engine-compare-spread-one = il n’y a qu’un seul avenir
engine-compare-spread-one-advice = Demandez plusieurs tirages ou plusieurs règles de croyance.
engine-compare-spread-missing = sur { $n } combinaisons de { $one } et { $other }, { $m } n’ont pas été simulées
engine-compare-spread-missing-advice = Simulez chaque tirage sous chaque règle et chaque réglage, ou laissez les autres de côté.
engine-compare-spread-chance = hasard
engine-compare-spread-parameters = paramètres
engine-compare-spread-model = règle de croyance
engine-compare-spread-both = paramètres et règle de croyance
engine-compare-spread-undefined = « { $answer } » : { $what } n’est pas défini dans { $m ->
    [one] { $m } avenir
   *[other] { $m } avenirs
  } sur { $n }
engine-compare-spread-difference = l’écart
engine-compare-spread-value = le niveau
engine-compare-spread-undefined-advice = Choisissez un critère défini dans tous les avenirs.
engine-compare-fans = les simulations n’ont été mesurées à aucune heure commune
engine-compare-fans-advice = Mesurez-les de la même façon.
engine-compare-trade-undefined = aucun avenir où { $words } soient définis pour toutes les réponses
engine-compare-trade-other = Choisissez d’autres critères.
engine-compare-trade-many = { $n } objectifs ({ $words })
engine-compare-trade-name = Nommez de deux à { $n } critères différents.
engine-compare-knockouts = aucune simulation n’omet une action de { $answer }
engine-compare-knockouts-advice = Simulez { $answer }-<action> pour chacune de ses actions, dans les mêmes avenirs.
engine-compare-no-way = rien ne dit s’il vaut mieux plus ou moins de { $words }
engine-compare-no-way-advice = Choisissez un autre critère, ou précisez --better lower ou --better higher dans la commande.

## A run
engine-setting-nobody = personne n’appartient à « { $word } »
engine-setting-nobody-advice = Donnez-lui une part plus grande, ou davantage de comptes à la simulation.
engine-setting-no-claim = { $what } porte sur une affirmation, et aucune n’est nommée
engine-setting-no-claim-advice = Nommez-la dans son champ claim:.
engine-setting-graph-broken = le graphe enregistré n’est pas complet ({ $how })
engine-setting-graph-again = Importez de nouveau le graphe.
engine-setting-graph-changed = les liens ne sont pas ceux qui avaient été enregistrés

## A graph that was sent
engine-upload-none = l’envoi { $id } n’est pas enregistré ici
engine-upload-none-named = aucun envoi « { $word } » n’est enregistré ici
engine-upload-column-not = « { $word } » n’est pas un nom
engine-upload-busy = d’autres fichiers sont en cours de lecture
engine-upload-busy-advice = Réessayez dans une minute.
engine-upload-broken = endommagé en chemin
engine-upload-broken-advice = Envoyez-le de nouveau.
engine-upload-large = plus de { $n } Mo
engine-upload-large-advice = Compressez-le (gzip ou zstd), ou employez parley import.
engine-upload-long = sa lecture prend plus de { $n } s
engine-upload-smaller = Envoyez-en une partie plus petite.
engine-upload-smaller-or = Envoyez-en une partie plus petite, ou employez parley import.
engine-upload-memory = décompressé et lu, il demande plus de { $n } Go de mémoire
engine-upload-ended = le programme qui le lisait s’est arrêté (signal { $m }), peut-être parce qu’il lui faut plus de { $n } Go de mémoire
engine-upload-unread = il est illisible ({ $how })
engine-upload-unread-advice = Essayez parley import, qui en dit davantage.
engine-upload-is = c’est { $what }
engine-upload-is-parquet = un fichier Parquet compressé
engine-upload-is-pickle = un pickle de Python, qui pourrait lancer des programmes
engine-upload-is-binary = un fichier binaire d’un format inconnu
engine-upload-is-xml = du XML qui n’est ni GraphML ni GEXF
engine-upload-is-zip = une archive zip ou un tableur
engine-upload-is-pdf = un PDF
engine-upload-is-hdf5 = un fichier HDF5
engine-upload-is-picture = une image
engine-upload-is-program = un programme
engine-upload-is-database = une base de données
engine-upload-is-old = un tableur ancien
engine-upload-as-it-is = Envoyez-le tel quel.
engine-upload-as-csv = Enregistrez les liens en CSV.
engine-upload-as-these = Enregistrez-le sous l’un de ces formats.

## The importer, of a file
engine-file-breaks = le fichier est tronqué ou endommagé ({ $how })
engine-file-breaks-advice = Copiez-le ou téléchargez-le de nouveau.
engine-file-fields = { $n ->
    [one] { $n } champ
   *[other] { $n } champs
  } au lieu de { $m }
engine-file-no-id = aucun identifiant dans la colonne « { $word } »
engine-file-no-id-negative = identifiant absent ou négatif dans la colonne « { $word } »
engine-file-negative = identifiant négatif { $id }
engine-file-long-id = un identifiant de { $n } caractères
engine-file-long-line = une ligne de { $n } caractères
engine-file-longer-line = une ligne de plus de { $n } caractères
engine-file-bytes = des octets qui ne sont pas du texte UTF-8
engine-file-same-column = l’origine et la cible sont la même colonne
engine-file-no-edges = aucun lien
engine-file-no-rows = aucune ligne de données
engine-file-no-rows-advice = Est-ce le bon fichier ?
engine-file-no-columns = aucune colonne
engine-file-utf16 = du texte en UTF-16
engine-file-utf16-advice = Enregistrez-le en UTF-8.
engine-file-binary = des données binaires, non du texte
engine-file-binary-advice = Formats lus : csv, tsv, txt, graphml, gexf, net, json, parquet.
engine-file-no-separator = aucun séparateur entre les champs dans « { $word } »
engine-file-separators = Séparateurs reconnus : tabulation, virgule, point-virgule, barre, espace ; indiquez-en un autre avec separator="...".
engine-file-unread = illisible : { $how }
engine-file-no-parquet = Parquet illisible ({ $how })
engine-file-number-not = « { $word } » n’est pas un nombre
engine-file-range = { $n } est hors des limites
engine-file-opinion = Valeurs admises : de −1 à 1.
engine-file-words = { $n } mots différents

## The importer's report
engine-report-graph = graphe             { $words }
engine-report-direction = sens des liens     { $what }
engine-report-follows = un lien a, b du fichier signifie que a suit b
engine-report-followed = un lien a, b du fichier signifie que b suit a
engine-report-both = non orienté, les deux bouts d’un lien se suivent l’un l’autre
engine-report-accounts = comptes            { $n }, dont isolés { $m }
engine-report-arcs = abonnements        { $n }, dont réciproques { $share }
engine-report-removed = retirés            { $n } en double, { $m } à soi-même
engine-report-followers = abonnés            médiane { $a }, 90 % { $b }, 99 % { $c }, maximum { $d }
engine-report-followees = suivis             médiane { $a }, 90 % { $b }, 99 % { $c }, maximum { $d }
engine-report-component = plus grand bloc    { $n } comptes ({ $share }), reliés entre eux
engine-report-note = remarque           { $what }
engine-report-hash = SHA-256            { $id }
engine-report-time = durée              { $n } s
engine-note-header = en-tête à la ligne { $n } ; séparateur : { $what } ; origine et cible dans les colonnes « { $word } » et « { $other } »
engine-note-no-header = sans en-tête ; séparateur : { $what } ; origine et cible dans les colonnes « { $word } » et « { $other } »
engine-note-tab = tabulation
engine-note-blanks = espaces
engine-note-comma = virgule
engine-note-semicolon = point-virgule
engine-note-bar = barre
engine-note-columns = colonnes laissées de côté : { $words }
engine-note-attributes = attributs laissés de côté : { $words }
engine-note-text-ids = les identifiants sont du texte, car tous ne sont pas des nombres entiers
engine-note-two-groups = { $words } : les deux valeurs les plus fréquentes sur { $n } sont gardées, les autres comptent comme manquantes
engine-note-nobody-has = aucun compte n’a de valeur pour { $words }
engine-note-without = comptes sans { $words } : { $n }, pris pour { $what }
engine-note-neutral = neutres (0)
engine-note-frequent = « { $word } », la valeur la plus fréquente
engine-note-undirected = le fichier dit lui-même que ses liens ne sont pas orientés ; chacun a été pris dans les deux sens
engine-note-directed = le fichier dit lui-même que ses liens sont orientés ; chacun a été pris dans les deux sens
engine-note-pseudonyms = identifiants remplacés par des pseudonymes
