package io.hilum.routing.completion;

import io.hilum.routing.catalogue.Deployment;
import io.hilum.routing.health.HealthView;
import io.hilum.routing.load.LoadBoard;
import io.hilum.routing.plan.PlanRequest;
import io.hilum.routing.plan.SignalSource;
import io.hilum.routing.plan.Signals;

/**
 * How deployments are now.
 */
record LiveSignals(HealthView health, LoadBoard loads) implements SignalSource {

	@Override
	public Signals of(Deployment deployment, PlanRequest.Size size) {
		return new Signals(this.health.of(deployment.id()), this.loads.of(deployment, size.tokens(), size.stream()));
	}

}
