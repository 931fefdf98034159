Feature: Statements
  Two lines of the checklist cannot be seen from outside. A named person states them.

  @OSG-SEC-01 @core @attest
  Scenario: Secrets are kept in a secrets manager
    Who stores the client secret and the webhook secret, where, and who has access.

    Then a named person has stated it

  @OSG-MON-01 @core @attest
  Scenario: Alerts exist for token failures, webhook errors and stalls
    Which alerts exist, who receives them, and when they were last tried.

    Then a named person has stated it
