package io.hilum.phi.classify.onnx;

import java.time.Clock;

import io.hilum.phi.classify.ClassifierDetector;
import io.hilum.phi.detect.Detector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * Loads the classifier if one is configured.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(OnnxConfiguration.Configured.class)
class OnnxConfiguration {

	private static final Logger logger = LoggerFactory.getLogger(OnnxConfiguration.class);

	@Bean
	Detector classifierDetector(ClassifierProperties properties, Clock clock) {
		OnnxClassifier classifier = OnnxClassifier.load(properties);
		logger.info("A token classifier is in force: {}", classifier.version());
		return new ClassifierDetector(classifier, properties.bounds(), clock);
	}

	/** A folder is named. */
	static final class Configured implements Condition {

		@Override
		public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
			return StringUtils.hasText(context.getEnvironment().getProperty("hilum.phi.classifier.directory"));
		}

	}

}
