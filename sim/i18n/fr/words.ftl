words-points = { $plural ->
    [one] { $value } point
   *[other] { $value } points
  }
words-euros = { $value } €
words-minutes = { $value } min
words-hours = { $value } h
words-days = { $value } j
words-moment = { $day }, { $time }
