"""
The clinic as it runs under test: the readiness harness asks for work, as a clerk would, a JSON object a line over standard input.
Nothing else knows of it, and it is no part of what is deployed; there, server.py is started.
"""

import json
import os
import sys
import threading

from clinic.app import Clinic
from clinic.counter.answers import Answer, done

OUTCOMES = {"done": "succeeded", "declined": "failed", "waiting": "pending", "uncertain": "unknown"}


def operations_of(clinic: Clinic) -> dict:
    return {
        "beneficiary.search": clinic.eligibility.search,
        "authorization.request": clinic.authorizations.request,
        "authorization.status": lambda order: clinic.authorizations.status(order["authorization_request_id"]),
        "dispensation.dispense": clinic.dispensing.dispense,
        "prescription.issue": clinic.prescriptions.issue,
        "claim.submit": clinic.claims.submit,
        "settlement.dispatch": clinic.settlements.dispatch,
        "settlement.status": lambda order: clinic.settlements.status(order["settlement_id"]),
        "effects.count": lambda order: done(count=clinic.effects.count(order.get("event_id"))),
    }


def said(answer: Answer) -> dict:
    error = {"status": answer.error_status, "code": answer.error_code}
    return {"outcome": OUTCOMES[answer.ending], "message": answer.message, "error": error, "result": answer.data}


with Clinic(os.environ) as clinic:
    operations, printing = operations_of(clinic), threading.Lock()

    def answer(line: bytes) -> None:
        question = json.loads(line)
        operation = operations.get(question["operation"])
        reply = said(operation(question["input"])) if operation else {"outcome": "unsupported", "message": "The clinic does not do this."}
        with printing:
            # The log goes to standard error, so each line here is an answer; unflushed it would stay in the pipe's buffer.
            print(json.dumps({"id": question["id"], **reply}), flush=True)

    # Several clerks work at once, and whoever is done first answers first. The end of the input is the end of the work.
    for line in sys.stdin.buffer:
        threading.Thread(target=answer, args=(line,), daemon=True).start()
