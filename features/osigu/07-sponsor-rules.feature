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

  @OSG-OTP-01 @core
  Scenario: A password is wanted for some dispensations and not for others
    The answer to the start of a dispensation says whether the person has to be verified.
    Send a password only where it is asked for, and attach the token that came of it to this one completion.

    Given a patient whose code can be dispensed as it is
    And 2 patients whose codes need a password
    When the clinic dispenses each of these codes
    Then a password is sent only where it is wanted, and each person is verified by a token of their own

  @OSG-OTP-01
  Scenario: Nobody reads out the right password
    Without the right password nothing is handed out. Tell the clerk what is missing, and keep the work open.

    Given a patient whose code needs a password that nobody reads out
    And a patient whose code needs a password, and who reads out a wrong one
    When the clinic dispenses each of these codes
    Then nothing is completed, and the clerk is told

  @OSG-OTP-01
  Scenario: The password is read out too late
    A password holds as long as the provider said when it was sent. A new one has to take its place.

    Given a patient who reads out the password when it has run out
    When the clinic dispenses that code
    And the password has run out, and the clinic dispenses that code again
    Then another password takes the place of the one that has run out

  @OSG-OTP-01
  Scenario: A biometric reading is wanted
    A reading is something else than a password. Integrations without a device declare that they use none.

    Given a patient whose code needs a biometric reading
    When the clinic dispenses that code
    Then the reading is attached, and no password is sent

  @OSG-OTP-01
  Scenario: The sponsor wants a password before it decides
    The sponsor's configuration says that a person has to be verified before a request is completed.

    Given a covered patient of a sponsor that wants a password before it decides
    When the clinic requests that authorization, and the password is read out
    Then a password is sent only where it is wanted, and each person is verified by a token of their own

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
