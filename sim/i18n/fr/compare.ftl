# La page Comparer
compare-title = Comparer les réponses
compare-lead = Toutes les réponses ont affronté les mêmes avenirs. Ce qui les distingue dans un même avenir est leur fait.
compare-everybody = Tout le monde
compare-measure-of = { $measure } : « { $part } »
compare-deed = { $action } ({ $actor })
compare-source-peer = les proches
compare-source-own-state = leur propre État
compare-source-rival-state = l’État rival
compare-source-press = la presse
compare-source-fact-checkers = les vérificateurs de faits
compare-source-platform = la plateforme
compare-source-international = les organisations internationales

compare-judged-by = Critère
compare-held-against = Point de comparaison
compare-futures = { $futures ->
    [one] { $futures } avenir
   *[other] { $futures } avenirs
  } : { $seeds ->
    [one] { $seeds } tirage
   *[other] { $seeds } tirages
  }, { $rules ->
    [one] { $rules } règle de croyance
   *[other] { $rules } règles de croyance
  }

compare-head-sure = « { $answer } » fait mieux que « { $baseline } » dans { $better } avenirs sur { $futures }, moins bien dans { $worse }.
compare-head-unsure = Aucune réponse ne fait nettement mieux que « { $baseline } ». La plus proche, « { $answer } », fait mieux dans { $better } avenirs sur { $futures }, moins bien dans { $worse }.
compare-head-none = Aucune réponse n’améliore « { $baseline } ». La plus proche, « { $answer } », fait mieux dans { $better } avenirs sur { $futures }, moins bien dans { $worse }.
compare-head-undefined = « { $answer } » et « { $baseline } » ne peuvent être comparées : le critère n’est défini dans aucun avenir.
compare-head-amount = { $measure } : { $mean } en moyenne (intervalle à 95 % : { $span }).
compare-head-mean = { $measure } : { $mean } en moyenne.
compare-head-few = Avec { $seeds ->
    [one] un seul tirage
   *[other] { $seeds } tirages seulement
  }, le hasard peut passer pour un effet.

compare-changes = Ce que change chaque réponse
compare-changes-baseline = Point de comparaison
compare-changes-nothing = Ne change rien : l’histoire suit son cours.
compare-changes-unknown = Cette version ne connaît pas son plan.
compare-why = Pourquoi cette différence ?
compare-run = Voir une simulation

compare-how-often = Est-ce souvent mieux ?
compare-over-time = Quand la réponse agit-elle ?
compare-show-answer = Réponse montrée
compare-no-series = { $measure } ne se mesure qu’à la fin d’une simulation : il n’y a donc pas de trajectoire. Choisissez un autre critère ci-dessus pour en voir une.
compare-instead = Dans le temps : { $measure }, sur quoi repose « { $asked } ».
compare-happened = Ce que désignent les numéros de l’axe
compare-side-story = histoire
compare-side-rival = opération
compare-side-ours = réponse
compare-regret = Et si nous nous trompons ?
compare-threshold = Acceptable jusqu’à
compare-threshold-least = Acceptable à partir de
compare-threshold-is-most = Acceptable : { $measure } de { $value } ou moins.
compare-threshold-is-least = Acceptable : { $measure } de { $value } ou plus.
compare-good = Ce qui est acceptable
compare-good-value = Une valeur
compare-good-gain = Un gain sur « { $baseline } »
compare-gain = Mieux que « { $baseline } » d’au moins
compare-threshold-is-gain = Acceptable : mieux que « { $baseline } » dans le même avenir, d’au moins { $value }.
compare-threshold-is-no-worse = Acceptable : pas moins bien que « { $baseline } » dans le même avenir.
compare-regret-all = Tous les avenirs
compare-regret-rule = Selon { $rule }
compare-regret-table = Regret de chaque réponse sur tous les avenirs
compare-for-whom = Qui y gagne, qui y perd ?
compare-groups-none = Aucun groupe ne s’en trouve nettement mieux ni plus mal
compare-groups-gain = { $gains ->
    [one] Nettement mieux : { $gain } ; aucun groupe ne s’en trouve plus mal
   *[other] Nettement mieux : { $gain } ; aucun groupe ne s’en trouve plus mal
  }
compare-groups-lose = { $loses ->
    [one] Nettement plus mal : { $lose } ; aucun groupe ne s’en trouve mieux
   *[other] Nettement plus mal : { $lose } ; aucun groupe ne s’en trouve mieux
  }
compare-groups-both = Nettement mieux : { $gain } ; plus mal : { $lose }
compare-groups-many = { $n } groupes
compare-groups-not = Ce critère n’est pas mesuré pour les parties du public.
compare-shown-for = Pour « { $answer } » ; choisissez une autre réponse ci-dessus.
compare-rules = Cela tient-il à la façon dont on change d’avis ?
compare-rules-survive = { $n ->
    [2] Le classement des réponses est le même sous les deux règles de croyance
   *[other] Le classement des réponses est le même sous les { $n } règles de croyance
  }
compare-rules-best = { $n ->
    [2] « { $answer } » est la meilleure sous les deux règles de croyance ; plus bas, le classement diffère
   *[other] « { $answer } » est la meilleure sous les { $n } règles de croyance ; plus bas, le classement diffère
  }
compare-rules-differ = La meilleure réponse dépend de la règle de croyance : { $told }
compare-rules-told = « { $answer } » selon { $rule }
compare-rules-one = Une seule règle de croyance a été essayée ({ $rule }). On ignore si le classement résiste à une autre.
compare-spread = D’où vient la dispersion ?
compare-rights = Droits et coûts
compare-rights-lead = Moyennes sur tous les avenirs. La classe est celle que le Companion Guide (2024) donne aux mesures citées, les plus graves de chaque réponse.
compare-rights-class = Classe
compare-rights-measures = Mesures prises
compare-rights-none = –
compare-rights-unproblematic = peu problématique
compare-rights-potentially-problematic = potentiellement problématique
compare-rights-highly-problematic = très problématique
compare-rights-not-taken = non mesuré
compare-trade = Qu’en coûte-t-il ailleurs ?
compare-trade-across = En abscisse
compare-trade-up = En ordonnée
compare-delay = Que coûte l’attente ?
compare-delay-empty = Aucune variante plus tardive de ces réponses n’a été simulée.
compare-delay-ask = Demander la réponse montrée, retardée de { $delays }
compare-delay-job = Les réponses plus tardives arrivent
compare-delay-whole = Tout sur ces réponses plus tardives
compare-reproduce = Reproduire ceci
compare-reproduce-lead = La même question en ligne de commande :
compare-brief = À emporter
compare-brief-lead = Une page à imprimer, et toutes les données.
compare-brief-html = Note (page web)
compare-brief-pdf = Note (PDF)
compare-brief-zip = Données (zip)

compare-empty = Aucune comparaison pour l’instant.
compare-empty-ask = Poser une question
compare-empty-studies = Choisir des simulations dans les études
compare-one-arm = Une seule réponse a été demandée : il n’y a rien à quoi la comparer.
compare-usual = Comparer selon le critère habituel
compare-undefined = Selon ce critère, rien ne peut être comparé : il n’est défini dans aucun avenir, soit pour le point de comparaison, soit pour toutes les réponses. Choisissez-en un autre ci-dessus.
compare-regret-unknown = Il n’est aucun avenir où ce critère soit défini pour toutes les réponses : on ignore donc la meilleure.
