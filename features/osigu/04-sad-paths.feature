Feature: Sad paths
  What the provider refuses reaches the user as what it is, and nothing is done as if it had been granted.

  @OSG-BEN-01 @core
  Scenario: The patient is unknown to the sponsor
    The search answers 404. Tell the user that this person was not found; do not go on, and do not call it an outage.

    Given a person whom the sponsor does not know
    When the clinic requests an authorization for that person
    Then the user is told that the person was not found, and nothing is requested

  @OSG-BEN-02 @core
  Scenario: The patient is known but not covered
    The search answers 200 with coverage that is not active, whatever its dates say. Nothing may be requested on the sponsor's account.

    Given a patient whose coverage is not active although it has not run out
    When the clinic requests an authorization for that patient
    Then the user is told that there is no coverage, and nothing is requested

  @OSG-AUTH-01 @core
  Scenario: A required document is missing
    Without the document that the sponsor wants, the request stays open although the call succeeds.
    Attach the document and complete the same request, or leave it and say what is missing.

    Given a covered patient of a sponsor that wants a medical indication
    When the clinic requests an authorization without the indication
    Then the user is told that something is missing, and the request is neither repeated nor used

  @OSG-AUTH-01
  Scenario: A required document is supplied
    With the document attached, the same sponsor decides.

    Given a covered patient of a sponsor that wants a medical indication
    When the clinic requests an authorization with the indication
    Then the indication was attached before the request was completed, and the sponsor decided

  @OSG-AUTH-02 @core
  Scenario: One product is approved and one is rejected
    One request can hold an approval and a rejection. Show the sponsor's reason, dispense only what was approved, and do not send the rejected part again.

    Given a covered patient who needs one product that the sponsor approves and one that it rejects
    When the clinic requests an authorization for that patient
    And the clinic dispenses what was authorized
    Then the reason is shown, and only the approved part is dispensed

  @OSG-AUTH-02
  Scenario: Everything is rejected, for a long reason in another language
    The reason is the sponsor's own text: long, and not in English.

    Given a covered patient who needs a product that the sponsor rejects for a long reason
    When the clinic requests an authorization for that patient
    Then the rejection and its reason are shown, and nothing is sent again

  @OSG-DISP-01 @core
  Scenario: The code was already used elsewhere
    The dispensation is refused with 409. Say that the code was used; do not try again, and do not complete what was not started.

    Given a patient who brings a code that another pharmacy has already used
    When the clinic dispenses that code
    Then the user is told that the code was used, and the dispensation is neither repeated nor completed
