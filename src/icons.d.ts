/** Icons are imported as the text of their SVG, so that they take the colour of the words beside them. */
declare module '@fluentui/svg-icons/icons/*.svg' {
  const source: string;
  export default source;
}
