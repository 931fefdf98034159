Feature: Apes are led out second

  @WAITS
  Scenario: Waits until it is given up
    When the keeper waits for the end of the run

  @STUBBORN
  Scenario: Waits without heeding the run
    When the keeper sleeps until he is woken

  @AFTERWARDS
  Scenario: Would run after the one that waits
    Given a cage called "ape"

  @UNDEFINED
  Scenario: Has a step that nobody defined
    Given a unicorn

  @FAILING
  Scenario: Has a step that fails
    Given a cage that is broken

  @INCONCLUSIVE
  Scenario: Has a step that proves nothing
    Given a cage that cannot be seen
