words-points = { $value } points
words-euros = €{ $value }
words-minutes = { $value } min
words-hours = { $value } h
words-days = { $value } d
words-moment = { $day }, { $time }
