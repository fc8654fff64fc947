package io.hilum.routing.catalogue.file;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;

/**
 * Says at {@code /actuator/info} which catalogue is in force and why a newer one is not.
 */
final class CatalogueInfo implements InfoContributor {

	private final LiveCatalogues catalogues;

	CatalogueInfo(LiveCatalogues catalogues) {
		this.catalogues = catalogues;
	}

	@Override
	public void contribute(Info.Builder builder) {
		Standing standing = this.catalogues.standing();
		Map<String, Object> content = new LinkedHashMap<>();
		content.put("version", standing.version());
		content.put("since", standing.since().toString());
		Standing.Refusal refused = standing.refused();
		if (refused != null) {
			content.put("refused",
					Map.of("version", refused.version(), "at", refused.at().toString(), "faults", refused.faults()));
		}
		builder.withDetail("catalogue", content);
	}

}
