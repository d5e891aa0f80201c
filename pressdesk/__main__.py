"""`python -m pressdesk` is `pressdesk`."""

from pressdesk.app import main

main()
