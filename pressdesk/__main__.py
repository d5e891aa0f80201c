"""`python -m pressdesk` is `pressdesk`."""

from pressdesk.cli import main

main()
