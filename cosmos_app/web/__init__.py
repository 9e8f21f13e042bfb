"""The web app: a server, its routes and middleware, and the screens that Streamlit draws."""
