package io.hilum.routing.plan;

import java.time.LocalDate;
import java.util.List;

import io.hilum.trust.context.PhiState;

/**
 * What a plan depends on, next to the catalogue and the health of deployments.
 *
 * @param model the name of the model that was asked for
 * @param roles the roles of the caller
 * @param phi the state of the text
 * @param today the day on which agreements must be valid (UTC)
 */
public record PlanRequest(String model, List<String> roles, PhiState phi, LocalDate today) {

}
