package io.hilum.catalogue.kubernetes;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.hilum.catalogue.Changes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Follows the ConfigMap of the catalogue at the API server, so that a change is in force
 * at once; the kubelet would mount it a minute later. Away from the API server, what is
 * in force stays, and the watch goes on when it is back.
 */
final class ConfigMapWatch implements SmartLifecycle, ResourceEventHandler<ConfigMap> {

	private static final Logger logger = LoggerFactory.getLogger(ConfigMapWatch.class);

	private final KubernetesClient client;

	private final ConfigMapProperties properties;

	private final Changes changes;

	private final AtomicBoolean away = new AtomicBoolean();

	private volatile @Nullable SharedIndexInformer<ConfigMap> informer;

	ConfigMapWatch(KubernetesClient client, ConfigMapProperties properties, Changes changes) {
		this.client = client;
		this.properties = properties;
		this.changes = changes;
	}

	@Override
	public void start() {
		SharedIndexInformer<ConfigMap> made = this.client.configMaps()
			.inNamespace(this.client.getNamespace())
			.withName(this.properties.name())
			.runnableInformer(0)
			.addEventHandler(this)
			.exceptionHandler((started, cause) -> goOn(cause));
		this.informer = made;
		var unused = made.start();
	}

	private boolean goOn(Throwable cause) {
		if (isRunning() && this.away.compareAndSet(false, true)) {
			logger.warn("ConfigMap {} cannot be watched at present ({}): what is in force stays",
					this.properties.name(), cause.getClass().getSimpleName());
		}
		return isRunning();
	}

	@Override
	public void onAdd(ConfigMap configMap) {
		this.away.set(false);
		String content = (configMap.getData() != null) ? configMap.getData().get(this.properties.key()) : null;
		if (content != null) {
			this.changes.follow(content.getBytes(StandardCharsets.UTF_8));
		}
		else {
			logger.warn("ConfigMap {} has no {}: what is in force stays", this.properties.name(),
					this.properties.key());
		}
	}

	@Override
	public void onUpdate(ConfigMap old, ConfigMap configMap) {
		onAdd(configMap);
	}

	@Override
	public void onDelete(ConfigMap configMap, boolean stateUnknown) {
		logger.warn("ConfigMap {} is gone: what is in force stays", this.properties.name());
	}

	@Override
	public void stop() {
		SharedIndexInformer<ConfigMap> running = this.informer;
		this.informer = null;
		if (running != null) {
			running.stop();
		}
	}

	@Override
	public boolean isRunning() {
		return this.informer != null;
	}

}
