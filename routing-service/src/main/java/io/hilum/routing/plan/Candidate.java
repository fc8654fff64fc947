package io.hilum.routing.plan;

import io.hilum.routing.catalogue.Deployment;
import org.jspecify.annotations.Nullable;

/**
 * A deployment that may be tried.
 *
 * @param deployment the deployment
 * @param agreement the agreement that covers its provider, if one does
 * @param reason why it is at its place
 */
public record Candidate(Deployment deployment, @Nullable String agreement, String reason) {

}
