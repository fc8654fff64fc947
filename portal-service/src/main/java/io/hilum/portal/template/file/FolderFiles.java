package io.hilum.portal.template.file;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import io.hilum.portal.template.TemplateFiles;
import io.hilum.portal.template.TemplateProperties;

import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Files of a folder, or of the class path.
 */
@Component
@ConditionalOnExpression("!'${hilum.portal.templates.location:}'.matches('(s3|https?)://.*')")
class FolderFiles implements TemplateFiles {

	private final ResourcePatternResolver files;

	private final String location;

	FolderFiles(ResourcePatternResolver files, TemplateProperties properties) {
		this.files = files;
		this.location = properties.location().endsWith("/") ? properties.location() : properties.location() + "/";
	}

	@Override
	public List<Found> list(int most) throws IOException {
		List<Found> found = new ArrayList<>();
		for (Resource file : resources()) {
			String name = file.getFilename();
			if (name != null && found.size() < most) {
				found.add(new Found(name, file.lastModified() + "-" + file.contentLength(), file.contentLength()));
			}
		}
		return found;
	}

	private Resource[] resources() throws IOException {
		try {
			return this.files.getResources(this.location + "*.yaml");
		}
		catch (FileNotFoundException ex) {
			return new Resource[0];
		}
	}

	@Override
	public byte[] read(Found file) throws IOException {
		try (InputStream content = this.files.getResource(this.location + file.name()).getInputStream()) {
			return content.readNBytes(Math.toIntExact(file.bytes()));
		}
	}

}
