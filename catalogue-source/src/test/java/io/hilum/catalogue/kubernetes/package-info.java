@NullMarked
package io.hilum.catalogue.kubernetes;

import org.jspecify.annotations.NullMarked;
