package io.hilum.systemtests;

import io.hilum.systemtests.quickstart.Suite;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands every test class the same running quick start, which takes a minute to start.
 */
public final class RunningSuite implements ParameterResolver {

	private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(RunningSuite.class);

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
		return parameter.getParameter().getType() == Suite.class;
	}

	@Override
	public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
		return test.getRoot().getStore(NAMESPACE).computeIfAbsent(Suite.class, (type) -> Suite.start(), Suite.class);
	}

}
