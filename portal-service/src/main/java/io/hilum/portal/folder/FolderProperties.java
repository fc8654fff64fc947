package io.hilum.portal.folder;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bounds of folders.
 *
 * @param perPerson how many folders somebody may have
 */
@ConfigurationProperties("hilum.portal.folders")
public record FolderProperties(@DefaultValue("200") int perPerson) {

}
