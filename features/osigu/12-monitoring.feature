Feature: Monitoring
  What goes wrong has to reach somebody on duty: tokens that are not to be had, webhooks that fail, decisions that never come.
  Tell the harness in monitoring.alerts how it can see your alerts; docs/monitoring.md shows three ways. Without any, a named person states that they exist.

  @OSG-MON-01 @core
  Scenario: What goes wrong raises an alert
    For a while no token is to be had, events arrive that were not signed or cannot be read, and a sponsor's decision never comes.
    Each of them has to raise an alert in the time that was declared. One alert for all of them is right as well; each is then tried alone.
    An alert that was firing before proves nothing: it has to end first, and to be raised anew.

    Given alerts can be seen, and none is left of what went wrong before
    When a decision never comes, events arrive that must be refused, and no token is to be had, until there is an alert of each
    Then token failures have raised an alert
    And webhook errors have raised an alert
    And the missing decision has raised an alert

  @OSG-MON-01
  Scenario: Healthy work raises no alert
    Whoever is called for nothing switches the alert off. A token that is refused once, and replaced at once, is everyday work.
    The watch lasts longer than the alerts about errors took to come. An alert counts only where it comes again in a second round.

    Given alerts can be seen, and none is left of what went wrong before
    When the clinic works as usual, and one of its tokens is refused once
    Then no alert was raised
