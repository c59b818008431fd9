login-title = Sign in
login-lead = This server is closed. Whoever runs it has given you a password or a token.
login-word = Password or token
login-enter = Sign in
login-wrong = That is not the password or token. Check the capital letters and try again.
login-too-many = Too many tries. Please wait a minute.
login-leave = Sign out
