Feature: Statements
  One line of the checklist cannot be seen from outside. A named person states it.

  @OSG-SEC-01 @core @attest
  Scenario: Secrets are kept in a secrets manager
    Who stores the client secret and the webhook secret, where, and who has access.

    Then a named person has stated it
