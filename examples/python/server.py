"""The clinic as it runs in production."""

import os

from clinic.app import Clinic

with Clinic(os.environ) as clinic:
    clinic.wait()
