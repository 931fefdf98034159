Feature: Retries
  Passing faults of the provider are retried with growing pauses and an end. Answers that will not change are not retried.

  @OSG-RETRY-01 @core
  Scenario: A passing fault is survived
    The provider answers 503 twice and then works again. Repeat what is safe to repeat after a pause; the user should not notice more than a delay.

    Given the next 2 look-ups of each patient are answered 503
    When the clinic looks up 2 such patients
    Then each look-up is repeated and finds its patient

  @OSG-RETRY-01
  Scenario: A lasting fault of a look-up ends with a message
    Pause between attempts, stop after a few, and tell the user that the provider is out of order.
    Attempts without a pause, or without an end, turn a small outage of the provider into a long one.

    Given every look-up of each patient is answered 503
    When the clinic looks up 3 such patients
    Then the attempts pause, come to an end, and the user is told

  @OSG-RETRY-01
  Scenario: A lasting fault of a request ends with a message
    The same holds for a request that changes something.

    Given a covered patient for whom every authorization request is answered 503
    When the clinic requests an authorization for that patient
    Then the attempts come to an end, and the user is told

  @OSG-RETRY-02 @core
  Scenario Outline: An answer that will not change is not asked for again
    The provider has understood the request and refused it. Sending the same again only costs calls; show the reason to the user instead.

    Given every look-up of the next patient is answered <status>
    When the clinic looks up that patient
    Then the same look-up is not sent again

    Examples:
      | status |
      | 400    |
      | 403    |
      | 404    |
      | 409    |
      | 422    |
