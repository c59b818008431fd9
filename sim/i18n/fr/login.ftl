login-title = Connexion
login-lead = L’accès à ce serveur est réservé. La personne qui l’administre vous a remis un mot de passe ou un jeton.
login-word = Mot de passe ou jeton
login-enter = Se connecter
login-wrong = Mot de passe ou jeton incorrect. Vérifiez les majuscules et réessayez.
login-too-many = Trop d’essais. Veuillez patienter une minute.
login-leave = Se déconnecter
