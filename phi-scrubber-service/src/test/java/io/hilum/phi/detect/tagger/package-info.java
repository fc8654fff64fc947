@NullMarked
package io.hilum.phi.detect.tagger;

import org.jspecify.annotations.NullMarked;
