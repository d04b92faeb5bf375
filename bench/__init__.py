"""The benchmark: our build beside the blog plugin's, our email beside MJML's, our pages beside the plain theme's."""
