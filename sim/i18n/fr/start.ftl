start-title = Et si nous répondions autrement ?
start-lead = Choisissez une histoire, posez une question et comparez les réponses dans les mêmes avenirs.
