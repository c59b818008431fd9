# La page qui dit pourquoi deux réponses diffèrent
why-title = Pourquoi cette différence
why-lead = Deux réponses affrontent le même hasard. Ce qui les sépare d’abord, et ce qui en naît, est leur fait.
why-choose-a = Point de comparaison
why-choose-b = Réponse
why-choose-future = Avenir
why-choose-measure = Critère
why-future = Tirage { $seed }
why-colon = { " : " }
why-semicolon = { " ; " }
why-list = { $others } et { $last }
why-empty = Choisissez une question, puis deux de ses réponses, pour voir pourquoi elles diffèrent.

why-hour-start = dès le début
why-hour-after = après { $hours }
why-hour-before = { $hours } avant le début
why-measure-of = { $measure } (« { $part } »)
why-words-never = Dans cet avenir, « { $a } » et « { $b } » ne se séparent jamais : les deux simulations sont identiques jusqu’au dernier chiffre.
why-words-numbers = Elles se séparent { $hour }, sans que rien de ce que notent les journaux ne diffère.
why-words-acts = Elles se séparent { $hour } : { $acts }.
why-words-others = { $n ->
    [one] , et une chose encore
   *[other] , et { $n } choses encore
  }
why-words-later = Au bout de { $when }, { $measure } : { $change } avec « { $b } » par rapport à « { $a } » ; à la fin ({ $end }) : { $last }.
why-words-end = À la fin ({ $when }), { $measure } : { $change } avec « { $b } » par rapport à « { $a } ».
why-change-lower = { $size } de moins
why-change-higher = { $size } de plus
why-change-same = aucun écart
why-change-undefined = non défini
why-words-overall = { $futures ->
    [one] Dans le seul avenir simulé
   *[other] Sur les { $futures } avenirs
  }, « { $b } » fait mieux dans { $better }, moins bien dans { $worse } ; { $measure } : { $mean } en moyenne ({ $span }).
why-words-overall-open = { $futures ->
    [one] Dans le seul avenir simulé
   *[other] Sur les { $futures } avenirs
  }, { $measure } varie de { $mean } en moyenne ({ $span }) : en hausse dans { $better }, en baisse dans { $worse }.
why-words-undefined = { $measure } n’est défini dans aucun avenir commun.

why-event-begin = « { $answer } » commence par : { $deed }
why-event-end = fin de : { $deed }
why-event-statement = une déclaration de « { $answer } »
why-event-alert = une alerte ({ $deed })
why-event-trigger = la condition de { $deed } se réalise
why-event-refused = { $deed } est refusé faute d’argent
why-event-verdict = un verdict de { $deed }
why-event-tripped = { $deed } se déclenche
# alike in both languages
why-event-other = { $what } : { $deed }

why-when = Quand se séparent-elles ?
why-step-acts = Les actes diffèrent
why-step-numbers = Un premier chiffre mesuré diffère
why-step-half = La moitié de l’écart final est là : { $measure }
why-axis-hours = Temps écoulé depuis le début
# alike in both languages
why-times = × { $value }
why-column-future = Avenir
why-column-acts = Actes différents (h)
why-column-numbers = Chiffres différents (h)
why-column-half = Moitié de l’écart (h)
why-column-measure = Critère
why-parting-never = Elles ne se séparent dans aucun avenir
why-parting-at-once = Elles se séparent après { $from } dans tous les avenirs
why-parting-between = Elles se séparent après { $from } à { $until }, selon l’avenir
why-parting-half = { $parting } ; il faut { $half } pour que la moitié de l’écart final soit là
why-parting-told = Une marque représente les avenirs qui franchissent l’étape à cette heure, d’autant plus grande qu’ils sont nombreux ; l’anneau désigne celui qui est montré plus bas. Sans écart durable, la dernière ligne n’a pas de marque.
why-first-acts = Ce qui a différé d’abord, { $hour }
why-first-numbers = Ce qui a d’abord été mesuré différemment, { $hour }

why-time = Comment l’écart grandit-il ?
why-side-story = histoire
why-side-rival = opération
why-side-a = 1re réponse
why-side-b = réponse
why-paths-difference = Écart dans le même avenir (en gris : les autres), { $unit }
why-paths-same = « { $a } » et « { $b } » suivent le même chemin dans cet avenir
why-paths-less = Après { $when }, « { $b } » se situe { $size } plus bas que « { $a } »
why-paths-more = Après { $when }, « { $b } » se situe { $size } plus haut que « { $a } »
why-paths-told = { $measure } après { $when } : { $first } avec « { $a } », { $second } avec « { $b } ». L’écart est le plus grand après { $at } : { $most }.

why-cascades = Quelles cascades ont grandi ?
why-cascades-nothing = Aucune publication sur ces affirmations n’a été relayée dans cet avenir.
why-cascades-apart = La plus grande cascade compte { $first } publications avec « { $a } » et { $second } avec « { $b } »
why-cascades-same = { $n ->
    [one] La cascade commune est aussi grande avec « { $b } » qu’avec « { $a } »
   *[other] Les { $count } cascades communes sont aussi grandes avec « { $b } » qu’avec « { $a } »
  }
why-cascades-smaller = { $n ->
    [one] La cascade commune est plus petite de { $share } avec « { $b } »
   *[other] Les { $count } grandes cascades communes sont plus petites de { $share } avec « { $b } »
  }
why-cascades-larger = { $n ->
    [one] La cascade commune est plus grande de { $share } avec « { $b } »
   *[other] Les { $count } grandes cascades communes sont plus grandes de { $share } avec « { $b } »
  }
why-cascades-sum = Ensemble, elles comptent { $first } publications avec « { $a } » et { $second } avec « { $b } ».
why-cascades-told = Les plus grandes de chaque réponse dans cet avenir. En gris : « { $a } » ; en couleur : « { $b } ». Deux cascades vont ensemble quand la même publication les ouvre, ou la seule qu’un tel compte ait faite sur cette affirmation à ce moment.
why-cascade-support = « { $claim } », ouverte par : { $kind }, { $hour }
why-cascade-deny = Contre « { $claim } », ouverte par : { $kind }, { $hour }
why-cascade-neutral = Au sujet de « { $claim } », ouverte par : { $kind }, { $hour }
why-cascade-none = absente
why-cascade-axis = Taille de la cascade, en publications
# alike in both languages
why-column-cascade = Cascade
why-column-size = Taille, { $answer }
why-column-depth = Profondeur, { $answer }
why-column-virality = Viralité structurelle, { $answer }
why-column-carried = Relayée par, { $answer }
why-carriers = Qui les a portées
why-carried = { $who } avec « { $answer } »

why-ours = Que fait chaque action de « { $answer } » ?
why-red = Et si l’opération renonçait à quelque chose ?
# alike in both languages
why-entry = { $deed }, { $when } ({ $name })
# alike in both languages
why-entry-waits = { $deed } ({ $name })
why-own-single = « { $answer } » est une seule action : sans elle, rien n’est fait.
why-own-empty = Aucune des deux ne fait quoi que ce soit que l’on puisse retrancher.
why-red-nobody = Cette histoire n’a pas d’opération dont on puisse retrancher une action.
why-not-asked = Ces simulations ont été choisies à la main. Posez la question de nouveau pour en retrancher des actions.
why-not-measured = { $measure } n’est pas défini dans ces simulations.
why-own-axis = Ce que l’action ajoute au résultat, { $unit }
why-red-axis = Ce que l’action de l’opération ajoute au résultat, { $unit }
why-own-unclear = Aucune action de « { $answer } » n’a, à elle seule, un effet qui se distingue du hasard
why-own-how = Chaque barre : « { $answer } » au complet moins « { $answer } » sans cette action, dans { $futures ->
    [one] un avenir
   *[other] les { $futures } mêmes avenirs
  }. Barres pleines : l’intervalle à 95 % se situe d’un seul côté.
why-lost-more = Sans « { $action } », plus que tout le gain est perdu
why-lost-all = Sans « { $action } », presque tout le gain est perdu
why-lost-three-quarters = Sans « { $action } », les trois quarts du gain sont perdus
why-lost-two-thirds = Sans « { $action } », les deux tiers du gain sont perdus
why-lost-half = Sans « { $action } », la moitié du gain est perdue
why-lost-third = Sans « { $action } », un tiers du gain est perdu
why-lost-quarter = Sans « { $action } », un quart du gain est perdu
why-lost-little = Sans « { $action } », un peu du gain est perdu
why-lost-nothing = Sans « { $action } », presque rien n’est perdu
why-lost-harm = Sans « { $action } », le gain serait plus grand
why-together-some = { $names } font ensemble plus que chacune seule : { $mean }.
why-together-adds = Les effets des actions s’additionnent, autant qu’on puisse en juger : il reste { $mean } ({ $span }).
why-together-apart = Les effets des actions ne s’additionnent pas : il reste { $mean } ({ $span }). Elles agissent les unes sur les autres.
why-together-unknown = Un seul tirage ne dit pas ce que les actions ne font qu’ensemble : il reste { $mean }.
why-red-unclear = Aucune action de l’opération ne se distingue, à elle seule, du hasard
why-without-lower = Sans « { $action } », { $measure } : { $size } de moins
why-without-higher = Sans « { $action } », { $measure } : { $size } de plus
why-red-how = Chaque barre : l’histoire telle qu’elle est moins l’histoire sans cette action, avec « { $answer } », dans { $futures ->
    [one] un avenir
   *[other] les { $futures } mêmes avenirs
  }. Barres pleines : l’intervalle à 95 % se situe d’un seul côté.
# alike in both languages
why-column-action = Action
why-missing = { $n ->
    [one] Il manque une simulation, environ { $time } sur cette machine. Restent à retrancher : { $names }.
   *[other] Il manque { $n } simulations, environ { $time } sur cette machine. Restent à retrancher : { $names }.
  }
why-start = Lancer ce qui manque
why-cancel = Annuler
why-running = { $done } simulations sur { $runs } sont là ; les autres sont en cours, encore { $time }.
why-failed = Le dernier essai n’a rien donné :

why-further = Regarder de plus près
why-see-run = La simulation avec « { $answer } »
why-see-compare = Toutes les réponses dans tous les avenirs
