Feature: Asynchronous sponsor
  Some sponsors decide later. Until the event arrives, nothing is decided.

  @OSG-ASYNC-01 @core
  Scenario: Both decisions of an asynchronous sponsor arrive
    The request is answered as pending, and about half a minute later the sponsor's decision arrives as an event.
    Subscribe to the events of authorizations, or no decision will ever arrive.

    Given 2 patients of an asynchronous sponsor, of whom one will be approved and one rejected
    When the clinic requests an authorization for each of them
    And the sponsor decides
    Then both decisions were delivered to the integration and accepted

  @OSG-ASYNC-02 @core
  Scenario: A decision is picked up within a minute
    The event says which request it belongs to. Find the request by its identifier and store the decision at once; do not wait for a nightly job or a user.

    Given 2 patients of an asynchronous sponsor, of whom one will be approved and one rejected
    When the clinic requests an authorization for each of them
    And the sponsor decides, and only the event says so
    And the clinic is asked for the state of each request
    Then the approval and the rejection were both picked up from the event

  @OSG-ASYNC-03 @core
  Scenario: Nothing is decided while the sponsor is silent
    A pending request is neither approved nor denied, however long it takes. It must not be used, repeated or given up, and a late decision must still count.

    Given a patient of an asynchronous sponsor that does not decide
    When the clinic requests an authorization for that patient
    And the clinic tries to dispense it while it is pending
    And the sponsor stays silent until the end of the run, and then approves
    Then the request was pending until the event arrived, and was approved then
