Feature: Happy paths
  The three ways through the provider's services, from the first look-up to the last confirmation.

  @OSG-FLOW-01 @core
  Scenario: From the patient to the dispensation
    The patient is looked up, an authorization is requested for two kinds of products, and everything approved is dispensed.
    Each call uses the identifier that the provider returned for it: the beneficiary's, the request's, and each authorization's own code.

    Given a covered patient who needs a medication and a laboratory test
    When the clinic requests an authorization for that patient
    And the clinic dispenses what was authorized
    Then every authorization was dispensed under its own code, and nothing else was sent

  @OSG-FLOW-01
  Scenario: A sponsor that asks for other details of the patient
    Sponsors differ in what they ask for. Read the sponsor's forms and fill in the fields of one of them.

    Given a covered patient of a sponsor that searches by member number
    When the clinic looks up that patient
    Then the search carries the fields of the sponsor's form and finds the patient

  @OSG-FLOW-02 @core
  Scenario: From the prescription to the dispensation
    A prescription is issued and dispensed under the code that the provider gave it, not under its identifier.

    Given a patient whose doctor prescribes a medication
    When the clinic issues the prescription
    And the clinic dispenses the prescription
    Then the prescription was issued and dispensed under its code

  @OSG-FLOW-02
  Scenario: The second prescription of a known patient
    Look for the patient first. A second record of the same person splits the medical history.

    Given a patient who is prescribed something twice
    When the clinic issues the prescription
    And the clinic issues another prescription for the same patient
    Then the patient was registered at most once

  @OSG-FLOW-03 @core
  Scenario: From the claim to the settlement
    A claim is completed, and everything that awaits settlement is batched and dispatched: all pages of the list, completed claims only.

    Given 17 completed claims that await settlement, and a covered patient
    When the clinic looks up that patient
    And the clinic submits a claim
    And the clinic dispatches the settlement
    And the clinic is asked for the state of the settlement
    Then the claim was completed before it was attached, and every claim on every page was attached and dispatched
    And a dispatched settlement is not shown as paid
