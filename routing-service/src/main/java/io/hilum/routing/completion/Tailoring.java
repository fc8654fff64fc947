package io.hilum.routing.completion;

import io.hilum.routing.body.BodyScanner;
import io.hilum.routing.catalogue.Catalogue;
import io.hilum.routing.problem.RoutingException;
import io.hilum.routing.problem.RoutingProblem;
import io.hilum.routing.transform.RequestTransformation;
import io.hilum.routing.transform.Transform;
import io.hilum.trust.context.ServiceContext;

/**
 * Changes a request as the catalogue says, before anything is planned or held for it.
 */
final class Tailoring {

	private final BodyScanner scanner;

	Tailoring(CompletionProperties properties) {
		this.scanner = new BodyScanner(properties.maxDepth(), (int) properties.maxBody().toBytes());
	}

	static Transform of(CompletionRequest request, Catalogue catalogue) {
		ServiceContext caller = request.caller();
		return catalogue.transforms().of(request.body().model(), caller.roles(), caller.application());
	}

	CompletionRequest apply(CompletionRequest request, Transform transform) {
		byte[] sent = request.body().bytes();
		if (sent.length > transform.maxRequest()) {
			throw new RoutingException(
					new RoutingProblem.BodyTooLarge((int) Math.min(transform.maxRequest(), Integer.MAX_VALUE)));
		}
		byte[] changed = RequestTransformation.apply(sent, request.endpoint(), transform);
		return (changed == sent) ? request : request.withBody(this.scanner.scan(changed, request.endpoint()));
	}

}
