Feature: Privacy
  Behind every number there is a person. Their data goes where it is needed, and nowhere else.

  @OSG-PRIV-01 @core
  Scenario: Personal data stays out of URLs
    URLs are written into the logs of every machine that they pass. Names, document numbers and the like belong into the body of a call.
    The one exception is the documented look-up of a patient by document number.
    This is judged over the whole run.

    Given a covered patient with a name, a document and a date of birth
    When the clinic requests an authorization for that patient
    And the clinic dispenses what was authorized
    Then over the whole run no URL carries personal data

  @OSG-PRIV-01
  Scenario: Telephone numbers and e-mail addresses are shown masked
    A screen is seen by more people than its user, and an answer to an event ends up in logs. Show as much of a destination as the patient needs to recognise it.
    This is judged over the whole run.

    Given a patient with a telephone number and an e-mail address
    When the clinic issues the prescription
    And the clinic prescribes a product that is not registered
    And an event says that the prescription was sent to the e-mail address
    Then over the whole run no telephone number and no e-mail address is shown in full
