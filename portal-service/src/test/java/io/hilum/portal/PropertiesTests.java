package io.hilum.portal;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.hilum.portal.conversation.ConversationProperties;
import io.hilum.portal.folder.FolderProperties;
import io.hilum.portal.message.MessageProperties;
import io.hilum.portal.profile.Permissions;
import io.hilum.portal.retention.RetentionPolicy;
import io.hilum.portal.template.TemplateProperties;
import io.hilum.portal.template.TemplateStorageProperties;
import io.hilum.portal.word.WordProperties;
import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The defaults of every bound, and that every key is read.
 */
class PropertiesTests {

	@Test
	void defaults() {
		assertThat(bind(Map.of(), "hilum.portal.conversations", ConversationProperties.class))
			.isEqualTo(new ConversationProperties(100_000));
		assertThat(bind(Map.of(), "hilum.portal.folders", FolderProperties.class)).isEqualTo(new FolderProperties(200));
		assertThat(bind(Map.of(), "hilum.portal.messages", MessageProperties.class)).isEqualTo(
				new MessageProperties(2000, 400_000, 200_000, DataSize.ofMegabytes(4), DataSize.ofMegabytes(64)));
		assertThat(bind(Map.of(), "hilum.portal.words", WordProperties.class)).isEqualTo(new WordProperties(4000, 8));
		assertThat(bind(Map.of(), "hilum.portal.templates", TemplateProperties.class)).isEqualTo(new TemplateProperties(
				"classpath:portal-templates/", Duration.ofMinutes(1), 500, DataSize.ofKilobytes(64), 200, 100));
		assertThat(bind(Map.of(), "hilum.portal.templates.storage", TemplateStorageProperties.class))
			.usingRecursiveComparison()
			.isEqualTo(new TemplateStorageProperties("us-east-1", null, false, "", Duration.ofSeconds(5),
					Duration.ofSeconds(20)));
		assertThat(bind(Map.of(), "hilum.portal.retention", RetentionPolicy.class))
			.isEqualTo(new RetentionPolicy(Map.of(), null, Duration.ofMinutes(15), 1000, Duration.ofMinutes(10)));
		assertThat(bind(Map.of(), "hilum.portal.permissions", Permissions.class))
			.isEqualTo(new Permissions(List.of(), Map.of()));
	}

	@Test
	void everyKeyIsRead() {
		assertThat(bind(Map.of("hilum.portal.messages.per-conversation", "1", "hilum.portal.messages.max-text", "2",
				"hilum.portal.messages.max-details", "3", "hilum.portal.messages.page", "4KB",
				"hilum.portal.messages.export", "5KB"), "hilum.portal.messages", MessageProperties.class))
			.isEqualTo(new MessageProperties(1, 2, 3, DataSize.ofKilobytes(4), DataSize.ofKilobytes(5)));
		assertThat(bind(Map.of("hilum.portal.retention.roles.Billing", "90d", "hilum.portal.retention.otherwise", "30d",
				"hilum.portal.retention.interval", "1m", "hilum.portal.retention.batch", "2",
				"hilum.portal.retention.lease", "3s"), "hilum.portal.retention", RetentionPolicy.class))
			.isEqualTo(new RetentionPolicy(Map.of("Billing", Duration.ofDays(90)), Duration.ofDays(30),
					Duration.ofMinutes(1), 2, Duration.ofSeconds(3)));
		assertThat(bind(
				Map.of("hilum.portal.templates.location", "file:/x", "hilum.portal.templates.reread", "1s",
						"hilum.portal.templates.max-files", "2", "hilum.portal.templates.max-file", "3KB",
						"hilum.portal.templates.per-holder", "4", "hilum.portal.templates.versions", "5"),
				"hilum.portal.templates", TemplateProperties.class))
			.isEqualTo(new TemplateProperties("file:/x", Duration.ofSeconds(1), 2, DataSize.ofKilobytes(3), 4, 5));
		assertThat(bind(Map.of("hilum.portal.templates.storage.region", "a", "hilum.portal.templates.storage.endpoint",
				"http://b", "hilum.portal.templates.storage.path-style", "true",
				"hilum.portal.templates.storage.connection-string", "c", "hilum.portal.templates.storage.timeout", "1s",
				"hilum.portal.templates.storage.patience", "2s"), "hilum.portal.templates.storage",
				TemplateStorageProperties.class))
			.isEqualTo(new TemplateStorageProperties("a", URI.create("http://b"), true, "c", Duration.ofSeconds(1),
					Duration.ofSeconds(2)));
		assertThat(bind(Map.of("hilum.portal.words.per-text", "1", "hilum.portal.words.per-query", "2"),
				"hilum.portal.words", WordProperties.class))
			.isEqualTo(new WordProperties(1, 2));
	}

	private static <T> T bind(Map<String, String> values, String prefix, Class<T> type) {
		return new Binder(new MapConfigurationPropertySource(values)).bindOrCreate(prefix, type);
	}

}
