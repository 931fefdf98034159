Feature: Changes by the sponsor
  What a sponsor has approved, it can withdraw or change until it is dispensed. An event says so, and the event counts from then on.

  @OSG-VOID-01 @core
  Scenario: A voided authorization is no longer dispensed
    The sponsor withdraws an approval although its code may be on paper already. Once the event was accepted, nothing is dispensed under that code, wherever the code comes from.
    What the event does not name still stands.

    Given 4 patients with an approved authorization each, of whom 2 have the code on paper
    When the sponsor voids one authorization of each kind
    And the clinic dispenses to each of them
    Then only what still stands is dispensed

  @OSG-VOID-01
  Scenario: The void of an unknown authorization does not break the receiver
    An event may name what this integration never requested. Acknowledge or refuse it, and stay up.

    When an event arrives that voids an authorization which nobody knows
    Then the receiver did not fail on that void

  @OSG-UPD-01 @core
  Scenario: A change of the sponsor reaches what is dispensed
    The sponsor allows less than was asked for, or another product. Dispense what the last event says, not what was ordered; asking the user first is fine.
    A change is no second authorization.

    Given 2 patients with an approved authorization each
    When the sponsor lowers the quantity for one and replaces the product for the other
    And the clinic dispenses to each of them
    Then what the sponsor said last is dispensed, once

  @OSG-UPD-01
  Scenario: An authorization whose validity was shortened runs out
    The sponsor can end the validity before the day that was first given. The last event counts.

    Given a patient with an approved authorization
    When the sponsor shortens its validity, so that it has run out
    And the clinic dispenses to each of them
    Then nothing is dispensed under the authorization that has run out
