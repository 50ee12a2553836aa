package dev.hookwarden.rotation;

/** One of the four steps. May be repeated, killed half-way and repeated, or run twice at once. */
sealed interface RotationStep permits CreateSecret, SetSecret, TestSecret, FinishSecret {
    /**
     * Takes the candidate one step further.
     *
     * @throws RotationRefusedException if it can't; the labels are then as they were
     */
    StepOutcome perform(Candidacy candidacy);
}
