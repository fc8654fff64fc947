package io.hilum.catalogue.kubernetes;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import io.hilum.catalogue.Changes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ConfigMapWatch} against the client's own fake API server, which speaks
 * the real protocol of lists and watches.
 */
class ConfigMapWatchTests {

	private final KubernetesMockServer server = newServer();

	private final BlockingQueue<String> followed = new LinkedBlockingQueue<>();

	@BeforeEach
	void startServer() {
		this.server.init();
	}

	@AfterEach
	void stopServer() {
		this.server.destroy();
	}

	@Test
	void hearsOfAChangeThroughTheWatch() throws InterruptedException {
		try (KubernetesClient client = this.server.createClient()) {
			write(client, "catalogue", Map.of("catalogue.yaml", "one"));
			ConfigMapWatch watch = watch(client);
			watch.start();
			assertThat(this.followed.poll(60, TimeUnit.SECONDS)).isEqualTo("one");
			write(client, "catalogue", Map.of("catalogue.yaml", "two"));
			assertThat(this.followed.poll(60, TimeUnit.SECONDS)).isEqualTo("two");
			assertThat(watch.isRunning()).isTrue();
			watch.stop();
			assertThat(watch.isRunning()).isFalse();
		}
	}

	@Test
	void onlyTheOneConfigMapCounts() throws InterruptedException {
		try (KubernetesClient client = this.server.createClient()) {
			ConfigMapWatch watch = watch(client);
			watch.start();
			write(client, "other", Map.of("catalogue.yaml", "other"));
			write(client, "catalogue", Map.of("other.yaml", "other"));
			write(client, "catalogue", Map.of("catalogue.yaml", "mine"));
			assertThat(this.followed.poll(60, TimeUnit.SECONDS)).isEqualTo("mine");
			client.configMaps().withName("catalogue").delete();
			assertThat(this.followed.poll(200, TimeUnit.MILLISECONDS)).isNull();
			watch.stop();
		}
	}

	@Test
	void startsWithoutTheApiServerAndFollowsItWhenItIsThere() throws InterruptedException {
		int port = this.server.getPort();
		this.server.destroy();
		Config config = new ConfigBuilder(Config.empty()).withMasterUrl("http://localhost:" + port)
			.withNamespace("test")
			.build();
		try (KubernetesClient client = new KubernetesClientBuilder().withConfig(config).build()) {
			ConfigMapWatch watch = watch(client);
			watch.start();
			assertThat(this.followed.poll(200, TimeUnit.MILLISECONDS)).isNull();
			KubernetesMockServer later = newServer();
			later.init(InetAddress.getLoopbackAddress(), port);
			write(client, "catalogue", Map.of("catalogue.yaml", "late"));
			assertThat(this.followed.poll(60, TimeUnit.SECONDS)).isEqualTo("late");
			watch.stop();
			later.destroy();
		}
	}

	private static KubernetesMockServer newServer() {
		return new KubernetesMockServer(new Context(), new MockWebServer(), new HashMap<>(),
				new KubernetesCrudDispatcher(), false);
	}

	private ConfigMapWatch watch(KubernetesClient client) {
		return new ConfigMapWatch(client, new ConfigMapProperties("catalogue", "catalogue.yaml"),
				new Changes(null, (content) -> this.followed.add(new String(content, StandardCharsets.UTF_8))));
	}

	private static void write(KubernetesClient client, String name, Map<String, String> data) {
		ConfigMap map = new ConfigMapBuilder().withNewMetadata().withName(name).endMetadata().withData(data).build();
		client.configMaps().resource(map).createOr((existing) -> existing.update());
	}

}
