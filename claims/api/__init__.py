"""The API: JSON for programs that act as the person who is signed in."""
