Feature: Sponsor rules
  What a sponsor asks for is read from the sponsor when it is needed, and what the provider does not know is not forced upon it.

  @OSG-CFG-01 @core
  Scenario: Sponsors that are new have rules of their own
    A sponsor's configuration names the fields of a request that are mandatory, for each type of product.
    These sponsors stand in no list and in no cache: read their configuration, and send what it names.

    Given 2 sponsors that are new, with different rules for each type of product
    When the clinic requests an authorization of each kind from them
    Then each request carries the fields that the configuration names

  @OSG-CFG-01
  Scenario: A sponsor changes its rules
    Sponsors change their rules without notice. A copy that is kept for some minutes is fine; rules that were read have to be followed.

    Given a sponsor that is new, and from which the clinic has requested an authorization
    When the sponsor wants one more field
    And the clinic requests another authorization from it
    Then the field is sent as soon as the new rules are known

  @OSG-PROD-01 @core
  Scenario: An authorization is requested for a product that is not registered
    The provider answers 422 with the code 071-104. Stop and tell the user which product it is.
    Registering products belongs to onboarding and to stock keeping, not into the flow of an order.

    Given a covered patient who needs a product that is not registered for the provider
    When the clinic requests an authorization for that patient
    And the clinic orders the same with a registered product
    Then the user is told about the product, and nothing is registered or sent again

  @OSG-PROD-01
  Scenario: A prescription is issued for a medication that is not registered
    The same answer comes for prescriptions.

    Given a patient who is prescribed a medication that is not registered for the provider
    When the clinic issues the prescription
    And the clinic orders the same with a registered product
    Then the user is told about the product, and nothing is registered or sent again

  @OSG-PROD-01
  Scenario: A claim is submitted for a product that is not registered
    The same answer comes for the lines of a claim.

    Given a patient whose claim names a product that is not registered for the provider
    When the clinic submits a claim
    And the clinic orders the same with a registered product
    Then the user is told about the product, and nothing is registered or sent again
